namespace AwsccConnect.Tests.Commands.Users;

/// <summary>-IfUnchanged: nobody's change is overwritten unseen.</summary>
public sealed class SetIfUnchangedTests : SimulatedSession
{
    protected override bool RecordsBodies => true;

    [Fact]
    public void Every_touched_leaf_that_is_there_is_tested_by_the_service()
    {
        AddUser("ben");
        Run("Get-ConnectUser -Username ben | Set-ConnectUser -FirstName Bo -Mobile +447700900123 -AddTag @{ Site = 'Leeds' } -IfUnchanged");
        string[] patch = [.. Sent("UpdateResource").ShouldHaveSingleItem().Patch];
        patch.Where(operation => operation.StartsWith("test ", StringComparison.Ordinal)).ShouldBe(
            ["""test /IdentityInfo/FirstName "Ada" """.TrimEnd(), """test /Tags [{"Key":"Team","Value":"Sales"}]"""], ignoreOrder: true);
        patch.TakeWhile(operation => operation.StartsWith("test ", StringComparison.Ordinal)).Count().ShouldBe(2, "the tests come first");
    }

    [Fact]
    public void With_an_identifier_the_commands_own_read_is_what_counts()
    {
        string arn = AddUser("ben");
        Run("Set-ConnectUser $arn -FirstName Bo -IfUnchanged", ("arn", arn));
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(
            ["""test /IdentityInfo/FirstName "Ada" """.TrimEnd(), """replace /IdentityInfo/FirstName "Bo" """.TrimEnd()]);
    }
}
