using AwsccConnect.Core.Stacks;

namespace AwsccConnect.Tests.Stacks.Parsing;

[CollectionDefinition(nameof(ScaleTests), DisableParallelization = true)]
[Collection(nameof(ScaleTests))]
public class ScaleTests
{
    private const int Count = 10_000;

    [Theory]
    [InlineData("team.csv")]
    [InlineData("team.json")]
    [InlineData("team.yml")]
    public async Task Ten_thousand_users_are_read_and_kept_in_bounded_memory(string file)
    {
        using TemporaryFolder folder = new();
        var path = folder.PathOf(file);
        await File.WriteAllTextAsync(path, Text(file));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var stack = await StackFile.ReadAsync(path, new StackReadOptions { InstanceArn = StackText.Instance }, CancellationToken.None);

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(60_000_000);
        stack.Errors.ShouldBeEmpty();
        stack.Users.Count.ShouldBe(Count);
        stack.Users[^1].Row.Username.ShouldBe("agent9999");
        StackText.Value(stack.Users[^1], "/IdentityInfo/Email").ShouldBe("\"agent9999@example.com\"");
        StackText.Value(stack.Users[^1], "/Tags").ShouldBe("""[{"Key":"Team","Value":"T9"}]""");
    }

    private static string Text(string file)
    {
        StringBuilder text = new(file.EndsWith("csv", StringComparison.Ordinal) ? "Username,FirstName,LastName,Email,RoutingProfile,SecurityProfiles,AutoAccept,tag:Team\n" : "[\n");
        for (var i = 0; i < Count; i++)
        {
            text.Append(file switch
            {
                "team.csv" => $"agent{i},First{i},Last{i},agent{i}@example.com,Basic Routing Profile,Agent;Team {i % 10},true,T{i % 10}\n",
                _ => $$"""{"username": "agent{{i}}", "first_name": "First{{i}}", "last_name": "Last{{i}}", "email": "agent{{i}}@example.com", "routing_profile": "Basic Routing Profile", "security_profiles": ["Agent", "Team {{i % 10}}"], "auto_accept": true, "tag:Team": "T{{i % 10}}"}{{(i < Count - 1 ? "," : "")}}""" + (file == "team.json" ? "" : "\n"),
            });
        }

        return text.Append(file.EndsWith("csv", StringComparison.Ordinal) ? "" : "]\n").ToString();
    }
}
