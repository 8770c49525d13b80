using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Stacks.Parsing;

/// <summary>Users read back as they were written, whatever is in their texts.</summary>
public class StackRoundTripTests
{
    [Property(MaxTest = 60)]
    public void Yaml(int seed) => Check(seed, "team.yml", (writer, users) => writer.Yaml(users));

    [Property(MaxTest = 60)]
    public void Json(int seed) => Check(seed, "team.json", (writer, users) => writer.Json(users));

    [Property(MaxTest = 60)]
    public void Manifest(int seed) => Check(seed, "team.yml", (writer, users) => writer.Manifest(users));

    [Property(MaxTest = 60)]
    public void Csv(int seed) => Check(seed, "team.csv", (_, users) => StackWriter.Csv(users));

    private static void Check(int seed, string file, Func<StackWriter, IReadOnlyList<JsonObject>, string> write)
    {
        RandomUsers random = new(seed);
        var users = Enumerable.Range(1, 4).Select(i => random.Next($"user{i}")).ToList();
        StackWriter writer = new(random);
        var text = write(writer, users);

        var stack = StackText.ReadAsync(text, file, StackText.Options() with { Variables = writer.Variables }).GetAwaiter().GetResult();

        stack.Errors.ShouldBeEmpty(text);
        stack.Name.ShouldBe("team");
        stack.Users.Count.ShouldBe(users.Count);
        foreach ((var user, var expected) in stack.Users.Zip(users))
        {
            var actual = user.Row.ToModel();
            foreach (var property in UserSchema.Leaves)
            {
                (var want, var have) = (StackWriter.At(expected, property), StackWriter.At(actual, property));
                UserStateComparer.AreEqual(property, want, have).ShouldBeTrue($"{property.Name}: {want?.ToJsonString()} was read as {have?.ToJsonString()}\n{text}");
            }
        }
    }
}
