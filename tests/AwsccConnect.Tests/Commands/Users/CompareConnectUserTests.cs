namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Compare-ConnectUser with users of all kinds.</summary>
public sealed class CompareConnectUserTests : SimulatorTestBase
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Set_with_the_patch_makes_the_user_equal_to_the_other(int seed)
    {
        foreach (var arns in AddRandomUsers(seed, 16, number => $"user{number}").Chunk(2))
        {
            Run("$before = Get-ConnectUser $b; $after = Get-ConnectUser $a; $patch = Compare-ConnectUser $before $after -AsPatchDocument", ("b", arns[0]), ("a", arns[1]));
            Simulator.ClearCalls();

            Run("$before | Set-ConnectUser -PatchDocument $patch");

            var patch = Texts("$patch").Single();
            Calls("UpdateResource").Count.ShouldBe(patch == "[]" ? 0 : 1);
            Texts("(Compare-ConnectUser (Get-ConnectUser $before.UserArn) $after).Differences.Property").ShouldBe(["Username"], patch);
        }
    }
}
