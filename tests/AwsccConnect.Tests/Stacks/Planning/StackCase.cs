using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;
using AwsccConnect.Tests.Users;
using FsCheck;
using FsCheck.Fluent;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>Live users of a stack, another or none, and the stack, whose users often agree with them in part.</summary>
/// <param name="Live">The live users.</param>
/// <param name="Rows">The users of the stack.</param>
/// <param name="Adopts">Whether users of other stacks are taken over.</param>
/// <param name="IfUnchanged">Whether users that have changed since the plan are refused.</param>
public sealed record StackCase(IReadOnlyList<StackCase.LiveUser> Live, IReadOnlyList<StackCase.Row> Rows, bool Adopts, bool IfUnchanged)
{
    private static readonly string[] Names = ["ana", "BEN", "cleo", "dan", "eve", "finn", "gus", "hana"];

    private static readonly Gen<bool> Coin = Gen.Elements(true, false);

    private static readonly Gen<JsonObject> Models = UserGenerators.Whole(
        LiveWorld.Instance,
        [.. LiveWorld.Plan.RoutingProfileArns.Take(2)],
        [.. LiveWorld.Plan.SecurityProfileArns.Take(2)],
        [LiveWorld.Plan.Teams[0].Arn],
        ["Team", "Site", "aws:made", StackOwnership.TagKey + "2"],
        hasChannels: false);

    /// <summary>A live user.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Owner">The stack that it is of; null for none.</param>
    /// <param name="Model">Its properties.</param>
    public sealed record LiveUser(string Name, string? Owner, JsonObject Model);

    /// <summary>A user of the stack.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Model">Its properties, with all that a new user needs.</param>
    /// <param name="Kept">Those of them that the stack has where there is the user.</param>
    /// <param name="Tags">Tags to add; null for none.</param>
    /// <param name="IsByArn">Whether it has the ARN of the user where there is one.</param>
    /// <param name="IsNamed">Whether it has its name beside the ARN.</param>
    public sealed record Row(string Name, JsonObject Model, IReadOnlyList<string> Kept, JsonNode? Tags, bool IsByArn, bool IsNamed);

    public static Arbitrary<StackCase> Cases() =>
        (from liveNames in Gen.SubListOf(Names)
         from live in Gen.CollectToArray(liveNames, name =>
             from owner in Gen.Elements(null, "team", "team", "other")
             from model in Models
             select new LiveUser(name.ToLowerInvariant(), owner, model))
         from names in Gen.Shuffle(Names)
         from count in Gen.Choose(0, Names.Length)
         from rows in Gen.CollectToArray(names.Take(count), name =>
             from model in Models
             from kept in Gen.SubListOf(model.Select(member => member.Key).ToArray())
             from tags in Gen.Frequency((3, Gen.Constant<JsonNode?>(null)), (1, UserGenerators.Tags(["Shift", StackOwnership.TagKey])))
             from isByArn in Coin
             from isNamed in Coin
             select new Row(name, model, [.. kept], tags, isByArn, isNamed))
         from adopts in Coin
         from ifUnchanged in Coin
         select new StackCase(live, rows, adopts, ifUnchanged)).ToArbitrary();

    internal StackDefinition StackIn(LiveWorld world) => LiveWorld.Stack([.. Rows.Select(row => Desired(row, world.Find(row.Name)))]);

    private static StackUser Desired(Row row, string? live)
    {
        UserChanges changes = new();
        foreach ((var name, var value) in row.Model.Where(member => live is null || row.Kept.Contains(member.Key)))
        {
            changes.Set(UserSchema.Get(name), value);
        }

        if (row.Tags is JsonArray tags)
        {
            changes.Upsert(UserSchema.Get("Tags"), tags.Select(tag => tag!));
        }

        var arn = row.IsByArn ? live : null;
        return new StackUser(new UserRow
        {
            Username = arn is null || row.IsNamed ? row.Name : null,
            Identifier = arn,
            InstanceArn = arn is null ? LiveWorld.Instance : null,
            Changes = changes,
            Source = $"team.csv:{row.Name}",
        });
    }
}
