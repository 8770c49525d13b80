namespace AwsccConnect.Tests.Commands.Users;

/// <summary>The order of -WhatIf messages for many users.</summary>
public sealed class BulkInputTests : SimulatorTestBase
{
    protected override SimulatorOptions Options => new() { UserCount = 30, LatencyMilliseconds = 1, LatencyMaximumMilliseconds = 30 };

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
        Writes().ShouldBeEmpty();
    }
}
