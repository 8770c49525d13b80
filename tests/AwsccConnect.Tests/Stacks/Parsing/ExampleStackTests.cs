using AwsccConnect.Core.Stacks;

namespace AwsccConnect.Tests.Stacks.Parsing;

public class ExampleStackTests
{
    [Theory]
    [InlineData("dev", 3, "support-team.tester")]
    [InlineData("prd", 2, "tom.okafor")]
    public async Task The_example_manifest_is_read_for_each_of_its_environments(string environment, int count, string last)
    {
        var stack = await StackFile.ReadAsync(PathOf("team.yml"), StackText.Options() with { Environment = environment }, CancellationToken.None);

        stack.Errors.ShouldBeEmpty();
        (stack.Owner, stack.Region).ShouldBe(($"support-team/{environment}", "eu-west-2"));
        stack.Users.Count.ShouldBe(count);
        stack.SkippedUsers.Count.ShouldBe(3 - count);
        stack.Users[^1].Row.Username.ShouldBe(last);
        stack.Users.Select(user => user.IsProtected).ShouldBe(Enumerable.Range(0, count).Select(i => i == 0));
        stack.Users.ShouldAllBe(user => user.Row.SecurePassword == null && user.Row.Password == null);
        StackText.Value(stack.Users[0], "/Tags").ShouldBe($$"""[{"Key":"Team","Value":"Support"},{"Key":"Environment","Value":"{{environment}}"}]""");
        StackText.Value(stack.Users[0], "/PhoneConfig/AfterContactWorkTimeLimit").ShouldBe("30");
    }

    [Fact]
    public async Task The_example_list_and_roster_say_the_same()
    {
        var list = await StackFile.ReadAsync(PathOf("team.json"), StackText.Options(), CancellationToken.None);
        var roster = await StackFile.ReadAsync(PathOf("team.csv"), StackText.Options() with { Name = "support-team" }, CancellationToken.None);

        list.Errors.ShouldBeEmpty();
        roster.Errors.ShouldBeEmpty();
        roster.UnknownColumns.ShouldBeEmpty();
        roster.Owner.ShouldBe(list.Owner);
        foreach ((var left, var right) in list.Users.Zip(roster.Users))
        {
            left.IsProtected.ShouldBe(right.IsProtected);
            var patch = Core.Patching.UserPatch.Create(left.Row.ToModel(), right.Row.ToModel());
            patch.IsEmpty.ShouldBeTrue(left.Row.Username);
        }

        list.Users.Count.ShouldBe(3);
        roster.Users.Count.ShouldBe(3);
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root, "examples", "stacks", file);
}
