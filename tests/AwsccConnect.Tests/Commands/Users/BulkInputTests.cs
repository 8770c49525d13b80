namespace AwsccConnect.Tests.Commands.Users;

/// <summary>What concerns the inputs of a run together: paging of piped users, one client token, the order of -WhatIf, the summary.</summary>
public sealed class BulkInputTests : SimulatorTestBase
{
    protected override SimulatorOptions Options => new() { UserCount = 30, LatencyMilliseconds = 1, LatencyMaximumMilliseconds = 30 };

    [Fact]
    public void First_and_Skip_of_piped_users_are_counted_before_reading()
    {
        Run("$all = Get-ConnectUser -IdentifierOnly");
        ClearCalls();

        Texts("$all | Get-ConnectUser -Skip 3 -First 2").Count.ShouldBe(2);

        Calls("GetResource").ShouldBe(2);
    }

    [Fact]
    public void A_client_token_serves_one_user_and_the_second_is_refused_before_any_call()
    {
        Run("$two = Get-ConnectUser -First 2");
        ClearCalls();

        var error = Fails("InvalidValue", "$two | Set-ConnectUser -FirstName Same -ClientToken abc");

        error.Exception.Message.ShouldContain("-ClientToken");
        Calls("UpdateResource").ShouldBe(1);
    }

    [Fact]
    public void WhatIf_speaks_in_the_order_of_the_input_although_reads_end_in_any_order()
    {
        var names = Texts("Get-ConnectUser | ForEach-Object Username");
        Session.UI.TakeText();

        Run("Get-ConnectUser | Set-ConnectUser -SecondaryEmail second@example.com -WhatIf");

        var reported = Session.UI.TakeText().Split('\n')
            .Where(line => line.Contains("Update user", StringComparison.Ordinal))
            .Select(line => line.Split('\'')[1]);
        reported.ShouldBe(names);
        Writes().ShouldBe(0);
    }

    [Fact]
    public void An_unknown_key_of_Property_is_an_error_with_the_nearest_name()
    {
        var error = Fails("InvalidValue", "Get-ConnectUser -First 1 | Set-ConnectUser -Property @{ Emial = 'x@example.com' }");

        error.ErrorDetails.RecommendedAction.ShouldContain("Email");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void The_verbose_summary_counts_the_run()
    {
        var result = Invoke("Get-ConnectUser -First 3 | Set-ConnectUser -FirstName Renamed -Verbose");

        result.Verbose.ShouldContain(line => line.StartsWith("3 done, 0 failed, 0 unchanged;", StringComparison.Ordinal));
    }
}
