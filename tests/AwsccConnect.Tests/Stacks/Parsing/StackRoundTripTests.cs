using AwsccConnect.Core.Users;
using AwsccConnect.Tests.Users;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Stacks.Parsing;

/// <summary>Users read back as they were written, whatever is in their texts.</summary>
[Properties(Arbitrary = [typeof(StackRoundTripTests)], MaxTest = 60)]
public class StackRoundTripTests
{
    [Property]
    public void Yaml(JsonObject[] users, int seed) => Check(users, seed, "team.yml", writer => writer.Yaml(users));

    [Property]
    public void Json(JsonObject[] users, int seed) => Check(users, seed, "team.json", writer => writer.Json(users));

    [Property]
    public void Manifest(JsonObject[] users, int seed) => Check(users, seed, "team.yml", writer => writer.Manifest(users));

    [Property]
    public void Csv(JsonObject[] users, int seed) => Check(users, seed, "team.csv", _ => StackWriter.Csv(users));

    public static Arbitrary<JsonObject[]> Users() =>
        Gen.ArrayOf(UserGenerators.Whole(StackText.Instance, UserGenerators.Texts, UserGenerators.Texts, UserGenerators.Texts, UserGenerators.Texts), 4).Select(users =>
        {
            foreach ((var number, var user) in users.Index())
            {
                (user["Username"], user["DirectoryUserId"]) = ($"user{number}", user["IdentityInfo"]!["LastName"]!.DeepClone());
            }

            return users;
        }).ToArbitrary();

    private static void Check(JsonObject[] users, int seed, string file, Func<StackWriter, string> write)
    {
        StackWriter writer = new(seed);
        var text = write(writer);

        var stack = StackText.ReadAsync(text, file, StackText.Options() with { Variables = writer.Variables }).GetAwaiter().GetResult();

        stack.Errors.ShouldBeEmpty(text);
        stack.Name.ShouldBe("team");
        stack.Users.Count.ShouldBe(users.Length);
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
