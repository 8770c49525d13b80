using AwsccConnect.Tests.Stacks;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Compare-ConnectUser with users of all kinds.</summary>
public sealed class CompareConnectUserTests : SimulatorTestBase
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Set_with_the_patch_makes_the_user_equal_to_the_other(int seed)
    {
        RandomUserModels random = new(seed, Simulator.InstanceArn, RoutingProfiles, SecurityProfiles, [.. Texts("(Get-ConnectHierarchyGroup).Arn")]);
        for (var round = 0; round < 8; round++)
        {
            var before = AddUser($"before{round}");
            var after = AddUser($"after{round}");
            Simulator.SetProperties("AWS::Connect::User", before, random.Next($"before{round}", before).ToJsonString());
            Simulator.SetProperties("AWS::Connect::User", after, random.Next($"after{round}", after).ToJsonString());
            Run("$before = Get-ConnectUser $b; $after = Get-ConnectUser $a; $patch = Compare-ConnectUser $before $after -AsPatchDocument", ("b", before), ("a", after));
            ClearCalls();

            Run("$before | Set-ConnectUser -PatchDocument $patch");

            var patch = Texts("$patch").Single();
            Calls("UpdateResource").Count.ShouldBe(patch == "[]" ? 0 : 1);
            Texts("(Compare-ConnectUser (Get-ConnectUser $before.UserArn) $after).Differences.Property").ShouldBe(["Username"], patch);
        }
    }
}
