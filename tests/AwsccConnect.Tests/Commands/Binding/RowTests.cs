using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Binding;

/// <summary>What the cells of a row mean.</summary>
public sealed class RowTests : SimulatorTestBase
{
    protected override bool RecordsBodies => true;

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("yes", true)]
    [InlineData("YES", true)]
    [InlineData("1", true)]
    [InlineData(" true ", true)]
    [InlineData("no", false)]
    [InlineData("0", false)]
    [InlineData("FALSE", false)]
    public void Booleans_are_words_or_digits(string cell, bool desired)
    {
        string arn = AddUser("ben", user => user["PhoneConfig"]!["AutoAccept"] = !desired);
        Run("[pscustomobject]@{ UserArn = $arn; AutoAccept = $cell } | Set-ConnectUser", ("arn", arn), ("cell", cell));
        State("ben")["PhoneConfig"]!["AutoAccept"]!.GetValue<bool>().ShouldBe(desired);
    }

    [Theory]
    [InlineData("AutoAccept", "perhaps")]
    [InlineData("AutoAccept", "2")]
    [InlineData("AfterContactWorkTimeLimit", "30s")]
    [InlineData("AfterContactWorkTimeLimit", "3,000")]
    [InlineData("AfterContactWorkTimeLimit", "1e3")]
    [InlineData("AfterContactWorkTimeLimit", "30.5")]
    [InlineData("AfterContactWorkTimeLimit", "-1")]
    [InlineData("PhoneType", "SOFTPHONE2")]
    [InlineData("Mobile", "07700 900123")]
    [InlineData("UserProficiencies", "Language=5")]
    [InlineData("IdentityInfo", "Nickname=Bo")]
    public void Other_cells_are_refused_by_name_before_any_call(string column, string cell)
    {
        string arn = AddUser("ben");
        ErrorRecord error = Fails(
            "InvalidValue", "[pscustomobject]@{ UserArn = $arn; $column = $cell } | Set-ConnectUser", ("arn", arn), ("column", column), ("cell", cell));
        error.ToString().ShouldContain(column);
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.InvalidArgument);
        Simulator.CallCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("Mobile")]
    [InlineData("DeskPhoneNumber")]
    public void A_number_that_a_spreadsheet_has_spoilt_is_refused_by_name(string column)
    {
        string arn = AddUser("ben");
        ErrorRecord error = Fails("InvalidValue", "[pscustomobject]@{ UserArn = $arn; $column = '4.47E+11' } | Set-ConnectUser", ("arn", arn), ("column", column));
        error.ToString().ShouldContain(column);
        error.ToString().ShouldContain("4.47E+11");
        error.ErrorDetails.RecommendedAction.ShouldContain("spreadsheet");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void Empty_cells_ask_for_nothing()
    {
        string arn = AddUser("ben");
        var result = Invoke(
            "[pscustomobject]@{ UserArn = $arn; Email = ''; AutoAccept = '  '; Tags = ''; SecurityProfileArns = $null; 'tag:Team' = ''; PhoneConfig = '' } | Set-ConnectUser -Verbose",
            ("arn", arn));
        result.AllErrors.ShouldBeEmpty();
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void An_array_cell_is_the_complete_set_and_a_tag_column_one_of_it()
    {
        string arn = AddUser("ben");
        Run("[pscustomobject]@{ UserArn = $arn; 'tag:Site' = 'Leeds' } | Set-ConnectUser", ("arn", arn));
        TagsOf("ben").ShouldBe(["Site=Leeds", "Team=Sales"]);
        Run("[pscustomobject]@{ UserArn = $arn; Tags = 'A=1;B=2' } | Set-ConnectUser", ("arn", arn));
        TagsOf("ben").ShouldBe(["A=1", "B=2"]);
        Run("[pscustomobject]@{ UserArn = $arn; 'proficiency:Product/Mobile' = '4' } | Set-ConnectUser", ("arn", arn));
        State("ben")["UserProficiencies"]!.ToJsonString().ShouldBe("""[{"AttributeName":"Product","AttributeValue":"Mobile","Level":4}]""");
    }

    [Fact]
    public void Nested_columns_ask_only_for_the_leaves_they_have()
    {
        string arn = AddUser("ben");
        Run("[pscustomobject]@{ user_arn = $arn; phone_config = 'AutoAccept=yes'; IdentityInfo = @{ last_name = 'Ode' } } | Set-ConnectUser", ("arn", arn));
        Sent("UpdateResource").ShouldHaveSingleItem().Patch
            .ShouldBe(["replace /PhoneConfig/AutoAccept true", """replace /IdentityInfo/LastName "Ode" """.TrimEnd()], ignoreOrder: true);
    }

    [Fact]
    public void Unknown_columns_warn_once_each_and_name_the_nearest()
    {
        string arn = AddUser("ben");
        var result = Invoke(
            "1..3 | ForEach-Object { [pscustomobject]@{ UserArn = $arn; Fristname = 'x'; Shoe = 'y'; LastName = \"L$_\" } } | Set-ConnectUser", ("arn", arn));
        result.AllErrors.ShouldBeEmpty();
        result.Warnings.Count.ShouldBe(2);
        result.Warnings.ShouldContain(line => line.Contains("Fristname") && line.Contains("FirstName"));
        result.Warnings.ShouldContain(line => line.Contains("Shoe"));
    }

    [Fact]
    public void Columns_for_one_property_may_repeat_it_but_not_disagree()
    {
        string arn = AddUser("ben");
        Run("[pscustomobject]@{ UserArn = $arn; Arn = $arn; FirstName = 'Bo'; first_name = 'Bo'; IdentityInfo = 'FirstName=Bo' } | Set-ConnectUser", ("arn", arn));
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Bo");
        ClearCalls();
        ErrorRecord error = Fails("ConflictingColumns", "[pscustomobject]@{ UserArn = $arn; FirstName = 'Bo'; first_name = 'Bee' } | Set-ConnectUser", ("arn", arn));
        error.ToString().ShouldContain("FirstName");
        error.ToString().ShouldContain("first_name");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void The_command_line_wins_over_cells()
    {
        string arn = AddUser("ben");
        Run("[pscustomobject]@{ UserArn = $arn; FirstName = 'Cell'; LastName = 'Cell' } | Set-ConnectUser -FirstName Line", ("arn", arn));
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Line");
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Cell");
    }

    [Fact]
    public void A_row_is_copied_when_it_arrives()
    {
        string arn = AddUser("ben");
        var result = Invoke(
            """
            $row = [pscustomobject]@{ UserArn = $arn; FirstName = 'Early' }
            $bad = [pscustomobject]@{ UserArn = $arn; AutoAccept = 'perhaps' }
            & { $row; $row.FirstName = 'Late'; $bad; $bad.AutoAccept = 'yes' } | Set-ConnectUser
            """,
            ("arn", arn));
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Early");
        var target = result.Errors.ShouldHaveSingleItem().TargetObject.ShouldBeOfType<PSObject>();
        target.Properties["AutoAccept"].Value.ShouldBe("perhaps");
        target.Properties["UserArn"].Value.ShouldBe(arn);
    }

    [Fact]
    public void Nothing_carries_over_from_a_failed_row()
    {
        string[] arns = [AddUser("a"), AddUser("b"), AddUser("c")];
        var result = Invoke(
            """
            [pscustomobject]@{ UserArn = $arns[0]; LastName = 'A'; AutoAccept = 'perhaps' },
            [pscustomobject]@{ UserArn = $arns[1]; LastName = 'B' },
            [pscustomobject]@{ UserArn = 'nonsense'; LastName = 'X' },
            [pscustomobject]@{ UserArn = $arns[2]; FirstName = 'C' } | Set-ConnectUser
            """,
            ("arns", arns));
        result.Errors.Select(IdOf).ShouldBe(["InvalidValue", "InvalidArn"]);
        State("a")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Li");
        State("b")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("B");
        State("c")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Li");
        State("c")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("C");
        Calls("UpdateResource").ShouldBe(2);
    }

    [Fact]
    public void Rows_about_one_user_are_all_applied()
    {
        string arn = AddUser("ben");
        Run("1..4 | ForEach-Object { @{ UserArn = $arn; \"tag:T$_\" = \"$_\" } } | Set-ConnectUser", ("arn", arn));
        TagsOf("ben").ShouldBe(["T1=1", "T2=2", "T3=3", "T4=4", "Team=Sales"]);
    }

    [Theory]
    [InlineData("Username = 'bob'", "Username")]
    [InlineData("DirectoryUserId = 'S-1'", "DirectoryUserId")]
    [InlineData("InstanceArn = $instance -replace '.$', 'x'", null)]
    public void A_cell_that_AWS_cannot_change_is_refused_before_any_write(string cell, string? property)
    {
        string arn = AddUser("ben");
        ErrorRecord error = Fails(
            property is null ? "InstanceMismatch" : "PropertyNotUpdatable", $"@{{ UserArn = $arn; LastName = 'Ode'; {cell} }} | Set-ConnectUser", ("arn", arn));
        error.ToString().ShouldContain(property ?? "belong");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void Typed_cells_of_other_programs_are_read_as_what_they_are()
    {
        string arn = AddUser("ben");
        Run("[pscustomobject]@{ UserArn = $arn; AfterContactWorkTimeLimit = [double]60; AutoAccept = [int]1; UserProficiencies = @{ 'Product/Mobile' = [double]2.5 } } | Set-ConnectUser", ("arn", arn));
        State("ben")["PhoneConfig"]!.ToJsonString().ShouldBe("""{"PhoneType":"SOFT_PHONE","AutoAccept":true,"AfterContactWorkTimeLimit":60}""");
        State("ben")["UserProficiencies"]![0]!["Level"]!.ToString().ShouldBe("2.5");
        Fails("InvalidValue", "@{ UserArn = $arn; Mobile = [double]447700900123 } | Set-ConnectUser").ToString().ShouldContain("Mobile");
    }

    [Theory]
    [InlineData("-AutoAccept no")]
    [InlineData("-AutoAccept 'false'")]
    [InlineData("-AfterContactWorkTimeLimit soon")]
    public void Parameters_take_booleans_and_numbers_not_words(string parameter)
    {
        string arn = AddUser("ben", user => user["PhoneConfig"]!["AutoAccept"] = true);
        Invoke($"Set-ConnectUser $arn {parameter}", ("arn", arn)).AllErrors.ShouldHaveSingleItem().FullyQualifiedErrorId.ShouldStartWith("CannotConvertArgument");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void The_Region_of_a_row_has_to_be_that_of_its_ARN()
    {
        string arn = AddUser("ben");
        Run("[pscustomobject]@{ UserArn = $arn; Region = 'eu-west-2'; LastName = 'Ode' } | Set-ConnectUser", ("arn", arn));
        Run("[pscustomobject]@{ UserArn = $arn; Region = ''; LastName = 'Roy' } | Set-ConnectUser", ("arn", arn));
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Roy");
        ClearCalls();
        Fails("RegionMismatch", "[pscustomobject]@{ UserArn = $arn; Region = 'us-east-1'; LastName = 'X' } | Set-ConnectUser", ("arn", arn));
        Fails("RegionMismatch", "@{ UserArn = $arn; LastName = 'X' } | Set-ConnectUser -Region us-east-1", ("arn", arn));
        Simulator.CallCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("Set-ConnectUser")]
    [InlineData("New-ConnectUser")]
    public void Columns_named_like_connection_parameters_choose_nothing(string command)
    {
        string arn = AddUser("ben");
        string row = command.StartsWith("Set", StringComparison.Ordinal)
            ? "@{ UserArn = $arn; LastName = 'Ode'"
            : "@{ Username = 'mia'; RoutingProfileArn = $routing[0]; SecurityProfileArns = $security[0]; InstanceArn = $instance";
        string more = command.StartsWith("New", StringComparison.Ordinal) ? " -Password $password" : "";
        var result = Invoke(
            $"{row}; EndpointUrl = 'http://127.0.0.1:1/'; AccessKey = 'x'; SecretKey = 'y'; ProfileName = 'z'; ThrottleLimit = 0 }} | {command}{more}", ("arn", arn));
        result.AllErrors.ShouldBeEmpty();
        result.Warnings.Count.ShouldBe(5);
        Writes().ShouldBe(1);
    }
}
