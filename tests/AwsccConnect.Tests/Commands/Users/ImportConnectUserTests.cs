using System.Management.Automation;
using System.Text;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Roster files of every kind that spreadsheets and scripts write.</summary>
public sealed class ImportConnectUserTests : SimulatorTestBase
{
    private const string Comma = "Username,first_name,AutoAccept,AfterContactWorkTimeLimit\nben,Bën,yes,30\nmia,\"O'Neil, Mia\",,\n";

    [Theory]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-8", true, ',')]
    [InlineData("utf-16", true, ',')]
    [InlineData("utf-16BE", true, ',')]
    [InlineData("utf-8", true, ';')]
    [InlineData("utf-16", true, '\t')]
    public void Encodings_and_delimiters_are_told_by_the_content(string encoding, bool mark, char delimiter)
    {
        string text = Comma.Replace("O'Neil, Mia", "O'Neil Mia").Replace(',', delimiter);
        WriteFile("roster.csv", text, encoding switch
        {
            "utf-16" => new UnicodeEncoding(false, mark),
            "utf-16BE" => new UnicodeEncoding(true, mark),
            _ => new UTF8Encoding(mark),
        });
        var rows = Run("Import-ConnectUser $folder/roster.csv");
        rows.Count.ShouldBe(2);
        rows[0].Properties["Username"].Value.ShouldBe("ben");
        rows[0].Properties["FirstName"].Value.ShouldBe("Bën");
        rows[1].Properties["FirstName"].Value.ShouldBe("O'Neil Mia");
    }

    [Fact]
    public void Rows_are_typed_and_know_their_place()
    {
        WriteFile("roster.csv", Comma);
        PSObject row = Run("Import-ConnectUser $folder/roster.csv")[0];
        row.TypeNames[0].ShouldBe("AwsccConnect.ConnectUserRow");
        row.Properties["AutoAccept"].Value.ShouldBe(true);
        LanguagePrimitives.Equals(row.Properties["AfterContactWorkTimeLimit"].Value, 30).ShouldBeTrue();
        row.Properties["AfterContactWorkTimeLimit"].Value.ShouldNotBeOfType<string>();
        row.Properties["Source"].Value.ShouldBe("roster.csv:2");
        Run("(Import-ConnectUser $folder/roster.csv)[1].AutoAccept")[0].ShouldBeNull();
    }

    [Theory]
    [InlineData("""[{"Username":"ben","IdentityInfo":{"FirstName":"Ben"},"Tags":[{"Key":"Team","Value":"A"}],"AutoAccept":true}]""")]
    [InlineData("""{"users":[{"username":"ben","first_name":"Ben","tags":{"Team":"A"},"auto_accept":"yes"}]}""")]
    public void JSON_is_read_whatever_the_files_name(string json)
    {
        foreach (string name in new[] { "roster.json", "roster.txt" })
        {
            WriteFile(name, json);
            Run($"""
                Import-ConnectUser $folder/{name} |
                    New-ConnectUser -InstanceArn $instance -RoutingProfile $routing[0] -SecurityProfile $security[0] -Password $password | Remove-ConnectUser -Force -WhatIf
                Get-ConnectUser -Username ben
                """).Single().Properties["FirstName"].Value.ShouldBe("Ben");
            TagsOf("ben").ShouldBe(["Team=A"]);
            State("ben")["PhoneConfig"]!["AutoAccept"]!.GetValue<bool>().ShouldBeTrue();
            Simulator.Remove(Simulator.FindUser("ben")!);
        }
    }

    [Fact]
    public void A_quoted_cell_may_have_line_breaks_and_the_lines_after_it_keep_their_numbers()
    {
        WriteFile("roster.csv", "Username,FirstName,AutoAccept\nben,\"Ben\r\nthe \"\"first\"\"\",yes\nmia,Mia,perhaps\n");
        InvocationResult result = Invoke("Import-ConnectUser $folder/roster.csv");
        result.Output.Single().Properties["FirstName"].Value.ShouldBe("Ben\r\nthe \"first\"");
        result.Errors.Single().ToString().ShouldContain("roster.csv:4");
    }

    [Fact]
    public void Every_bad_row_is_named_with_file_line_and_column_and_the_rest_goes_on()
    {
        WriteFile("roster.csv", "Username,Mobile,AutoAccept\na,,perhaps\nb,4.47E+11,yes\nc,+447700900123\nd,+447700900123,no,extra\ne,,\"yes\"x\nf,+447700900123,no\n");
        InvocationResult result = Invoke("Import-ConnectUser $folder/roster.csv");
        result.Output.Single().Properties["Username"].Value.ShouldBe("f");
        result.Errors.Select(IdOf).ShouldBe(["InvalidValue", "InvalidValue", "InvalidRosterRow", "InvalidRosterRow", "InvalidRosterRow"]);
        (string Location, string Mention)[] expected =
            [("roster.csv:2", "AutoAccept"), ("roster.csv:3", "Mobile"), ("roster.csv:4", "cells"), ("roster.csv:5", "cells"), ("roster.csv:6", "quote")];
        foreach ((ErrorRecord error, (string location, string mention)) in result.Errors.Zip(expected))
        {
            error.ToString().ShouldContain(location);
            error.ToString().ShouldContain(mention);
            error.ErrorDetails.RecommendedAction.ShouldNotBeNullOrEmpty();
        }

        result.Errors[3].CategoryInfo.Category.ShouldBe(ErrorCategory.InvalidData);
    }

    [Fact]
    public void Unknown_columns_are_told_once_a_file()
    {
        WriteFile("roster.csv", "Username,Fristname\nben,Ben\nmia,Mia\n");
        InvocationResult result = Invoke("Import-ConnectUser $folder/roster.csv");
        result.Output.Count.ShouldBe(2);
        result.Warnings.ShouldHaveSingleItem().ShouldContain("FirstName");
    }

    [Fact]
    public void Wildcards_read_every_file_and_LiteralPath_takes_them_as_they_are()
    {
        WriteFile("a1.csv", "Username\na\n");
        WriteFile("a2.csv", "Username\nb\n");
        WriteFile("[x].csv", "Username\nc\n");
        Texts("Import-ConnectUser $folder/a*.csv | ForEach-Object Username").ShouldBe(["a", "b"]);
        Texts("'a2.csv', 'a1.csv' | ForEach-Object { \"$folder/$_\" } | Import-ConnectUser | ForEach-Object Username").ShouldBe(["b", "a"]);
        Texts("Import-ConnectUser -LiteralPath \"$folder/[x].csv\" | ForEach-Object Username").ShouldBe(["c"]);
        Texts("[pscustomobject]@{ PSPath = \"$folder/[x].csv\" } | Import-ConnectUser | ForEach-Object Username").ShouldBe(["c"]);
        Texts("Import-ConnectUser $folder/none*.csv").ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_file_is_an_error_and_the_next_one_is_read()
    {
        WriteFile("a.csv", "Username\na\n");
        InvocationResult result = Invoke("Import-ConnectUser $folder/none.csv, $folder/a.csv");
        result.Output.Count.ShouldBe(1);
        ErrorRecord error = result.Errors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("FileNotReadable");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.OpenError);
        error.ToString().ShouldContain("none.csv");
        Fails("FileNotReadable", "Import-ConnectUser -LiteralPath $folder/none.csv");
        Fails("FileNotReadable", "Import-ConnectUser $folder");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("Username,Username\na,b\n", "twice")]
    [InlineData("Username,\na,b\n", "no name")]
    [InlineData("Username\n\"a\nb\n", "never closed")]
    [InlineData("[{\"Username\":\"a\"},", "JSON")]
    [InlineData("{\"Username\":\"a\"}", "array")]
    public void A_file_that_cannot_be_read_says_where(string content, string mention)
    {
        WriteFile("bad.csv", content);
        ErrorRecord error = Fails("InvalidRosterRow", "Import-ConnectUser $folder/bad.csv");
        error.ToString().ShouldContain("bad.csv:");
        error.ToString().ShouldContain(mention);
    }

    [Fact]
    public void A_file_of_10000_rows_is_read_to_its_end_and_no_further_than_needed()
    {
        StringBuilder text = new("Username,FirstName,AutoAccept\n");
        for (int i = 0; i < 10_000; i++)
        {
            text.Append("user").Append(i).Append(",First").Append(i % 2 == 0 ? ",yes\n" : ",no\n");
        }

        WriteFile("many.csv", text.ToString());
        Run("$rows = @(Import-ConnectUser $folder/many.csv); $rows.Count; $rows[9999].Username; $rows[9999].AutoAccept")
            .Select(item => item.BaseObject).ShouldBe([10_000, "user9999", false]);
        Texts("Import-ConnectUser $folder/many.csv | Select-Object -First 2 | ForEach-Object Username").ShouldBe(["user0", "user1"]);
    }

    [Fact]
    public void Importing_makes_no_call()
    {
        WriteFile("roster.csv", Comma);
        Run("Import-ConnectUser $folder/roster.csv");
        Simulator.CallCount.ShouldBe(0);
    }
}
