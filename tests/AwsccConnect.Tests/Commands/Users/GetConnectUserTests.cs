using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Finding users by identifier, by name and by place.</summary>
public sealed class GetConnectUserTests : SimulatorTestBase
{
    protected override SimulatorOptions Options => new() { UserCount = 60, InstanceCount = 2, PageSize = 20 };

    [Fact]
    public void Without_parameters_all_users_of_all_instances_of_the_Region_come_each_instance_in_list_order()
    {
        IReadOnlyList<string> users = Texts("Get-ConnectUser -ThrottleLimit 7 | ForEach-Object UserArn");
        users.Distinct().Count().ShouldBe(60);
        foreach (string instance in Texts("Get-ConnectInstance | ForEach-Object Arn"))
        {
            users.Where(arn => arn.StartsWith(instance, StringComparison.Ordinal))
                .ShouldBe(Texts("Get-ConnectUser -InstanceArn $one -IdentifierOnly | ForEach-Object UserArn", ("one", instance)));
        }
    }

    [Theory]
    [InlineData("$instance")]
    [InlineData("contact-centre")]
    [InlineData("CONTACT-Centre")]
    [InlineData("(Get-ConnectInstance -Name contact-centre)")]
    [InlineData("$instance.Split('/')[1]")]
    public void An_instance_may_be_named_by_ARN_alias_id_or_object(string location)
    {
        string argument = location.StartsWith('$') && location.Contains('.') ? $"({location})" : location;
        Texts($"Get-ConnectUser -InstanceArn {argument} -IdentifierOnly | ForEach-Object InstanceArn").ShouldBe(Enumerable.Repeat(Simulator.InstanceArn, 30));
    }

    [Fact]
    public void Several_instances_may_be_asked_for_and_a_wrong_one_is_an_error_of_its_own()
    {
        var result = Invoke("Get-ConnectUser -InstanceArn contact-centre-2, nowhere, contact-centre -IdentifierOnly");
        result.Output.Count.ShouldBe(60);
        ErrorRecord error = result.Errors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("NotFound");
        error.TargetObject.ShouldBe("nowhere");
        error.ToString().ShouldContain("contact-centre-2");
    }

    [Fact]
    public void IdentifierOnly_lists_without_a_read()
    {
        PSObject reference = Run("Get-ConnectUser -InstanceArn $instance -IdentifierOnly")[0];
        reference.TypeNames[0].ShouldBe("AwsccConnect.ConnectUserReference");
        reference.Properties["Region"].Value.ShouldBe("eu-west-2");
        Calls("GetResource").ShouldBe(0);
        Calls("ListResources").ShouldBe(2, "30 users in pages of 20");
    }

    [Fact]
    public void IdentifierOnly_cannot_filter_by_name()
    {
        Fails("InvalidValue", "Get-ConnectUser -IdentifierOnly -Username ben").ToString().ShouldContain("IdentifierOnly");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void A_username_with_wildcards_filters_in_any_case()
    {
        IReadOnlyList<string> names = Texts("Get-ConnectUser -InstanceArn $instance | ForEach-Object Username");
        string[] desired = [.. names.Where(name => name.StartsWith('a') || name.EndsWith('n'))];
        desired.ShouldNotBeEmpty();
        Texts("Get-ConnectUser -InstanceArn $instance -Username A*, *n | ForEach-Object Username").ShouldBe(desired);
        Texts("Get-ConnectUser -Username zzz*").ShouldBeEmpty();
    }

    [Fact]
    public void An_exact_username_is_found_and_a_missing_one_is_an_error()
    {
        string name = Texts("(Get-ConnectUser -InstanceArn $instance)[5].Username").Single();
        var result = Invoke("Get-ConnectUser -Username $name.ToUpper(), nobody -InstanceArn $instance", ("name", name));
        result.Output.ShouldHaveSingleItem().Properties["Username"].Value.ShouldBe(name);
        ErrorRecord error = result.Errors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("NotFound");
        error.TargetObject.ShouldBe("nobody");
    }

    [Fact]
    public void The_search_for_an_exact_username_ends_where_it_is_found()
    {
        string name = Texts("(Get-ConnectUser -InstanceArn $instance)[0].Username").Single();
        ClearCalls();
        Run("Get-ConnectUser -Username $name -InstanceArn $instance -ThrottleLimit 2", ("name", name)).ShouldHaveSingleItem();
        Calls("GetResource").ShouldBeLessThanOrEqualTo(1 + 2 + 1);
    }

    [Fact]
    public void By_identifier_each_is_one_read_in_the_order_given()
    {
        string[] arns = [.. Texts("Get-ConnectUser -IdentifierOnly | ForEach-Object UserArn").Take(5).Reverse()];
        ClearCalls();
        Texts("Get-ConnectUser $arns | ForEach-Object UserArn", ("arns", arns)).ShouldBe(arns);
        Texts("Get-ConnectUser -UserArn $arns[0] | ForEach-Object UserArn").ShouldBe([arns[0]]);
        Calls("GetResource").ShouldBe(6);
        Calls("ListResources").ShouldBe(0);
    }

    [Fact]
    public void An_unknown_ARN_is_named_by_its_error_and_the_others_come()
    {
        string[] arns = [.. Texts("Get-ConnectUser -IdentifierOnly | ForEach-Object UserArn").Take(2)];
        string unknown = Simulator.InstanceArn + "/agent/00000000-0000-4000-8000-000000000000";
        var result = Invoke("$arns[0], $unknown, $arns[1] | Get-ConnectUser", ("arns", arns), ("unknown", unknown));
        result.Output.Count.ShouldBe(2);
        ErrorRecord error = result.Errors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("NotFound");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.ObjectNotFound);
        error.ToString().ShouldContain(unknown);
        error.TargetObject.ShouldBe(unknown);
        error.ErrorDetails.RecommendedAction.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("'nonsense'", "InvalidArn")]
    [InlineData("$routing[0]", "InvalidArn")]
    [InlineData("$instance", "InvalidArn")]
    [InlineData("($instance -replace 'eu-west-2', 'us-east-1') + '/agent/00000000-0000-4000-8000-000000000000'", "RegionMismatch")]
    public void What_is_not_a_users_ARN_of_the_Region_is_refused_before_any_call(string identifier, string errorId)
    {
        Fails(errorId, $"Get-ConnectUser -Identifier ({identifier})").CategoryInfo.Category.ShouldBe(ErrorCategory.InvalidArgument);
        Fails(errorId, $"{identifier} | Get-ConnectUser");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void The_ARN_decides_the_Region()
    {
        string arn = Texts("(Get-ConnectUser -First 1).UserArn").Single();
        Run("$PSDefaultParameterValues.Remove('*-Connect*:Region'); Get-ConnectUser $arn", ("arn", arn)).ShouldHaveSingleItem();
        Run("Get-ConnectUser -InstanceArn $instance -IdentifierOnly").Count.ShouldBe(30);
    }

    [Fact]
    public void A_user_that_goes_while_the_list_is_read_is_no_error()
    {
        string gone = Texts("(Get-ConnectUser -InstanceArn $instance)[3].UserArn").Single();
        Simulator.Faults.Add(new SimulatorFault
        {
            Kind = SimulatorFaultKind.Exception,
            Operation = "GetResource",
            User = gone,
            ExceptionName = "ResourceNotFoundException",
        });
        var result = Invoke("Get-ConnectUser -InstanceArn $instance -Verbose");
        result.AllErrors.ShouldBeEmpty();
        result.Output.Count.ShouldBe(29);
        result.Verbose.ShouldContain(line => line.Contains(gone) && line.Contains("removed"));
    }

    [Fact]
    public void A_user_has_its_type_name_and_its_flat_properties()
    {
        PSObject user = Run("Get-ConnectUser -First 1").Single();
        user.TypeNames[0].ShouldBe("AwsccConnect.ConnectUser");
        user.Properties["FirstName"].MemberType.ShouldBe(PSMemberTypes.Property);
        user.Properties["Arn"].Value.ShouldBe(user.Properties["UserArn"].Value);
        user.Properties["Identifier"].Value.ShouldBe(user.Properties["UserArn"].Value);
        user.Properties["Password"].Value.ShouldBeNull();
    }

    [Fact]
    public void Flat_settings_fall_back_to_the_VOICE_channel()
    {
        PSObject user = Run("@(Get-ConnectUser | Where-Object { $_.AutoAcceptConfigs.Count })[0]").Single();
        user.Properties["AutoAccept"].Value.ShouldBe(true);
        user.Properties["AfterContactWorkTimeLimit"].Value.ShouldBeOfType<int>();
    }
}
