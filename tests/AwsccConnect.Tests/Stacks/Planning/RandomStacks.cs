using System.Text.Json.Nodes;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>Stacks and live users from small sets of values, so that they often agree in part.</summary>
internal sealed class RandomStacks(int seed)
{
    private static readonly string[] Names = ["ana", "BEN", "cleo", "dan", "eve", "finn", "gus", "hana"];
    private readonly Random _random = new(seed);

    public bool Coin() => _random.Next(2) == 0;

    /// <summary>Creates users, each of this stack, another or none.</summary>
    public void Fill(LiveWorld world)
    {
        foreach (var name in Names.Where(_ => Coin()))
        {
            world.Add(name.ToLowerInvariant(), Pick(null, "team", "team", "other"), Model());
        }
    }

    public StackDefinition Stack(LiveWorld world) =>
        LiveWorld.Stack([.. Names.Where(_ => _random.Next(3) > 0).OrderBy(_ => _random.Next()).Select(name => Desired(name, world))]);

    private StackUser Desired(string name, LiveWorld world)
    {
        var arn = world.Find(name);
        UserChanges changes = new();
        foreach ((var property, var value) in Model().Where(_ => Coin()).Append(new("RoutingProfileArn", LiveWorld.Routing)).Append(new("SecurityProfileArns", Profiles())))
        {
            changes.Set(UserSchema.Get(property), value);
        }

        if (_random.Next(4) == 0)
        {
            changes.Upsert(UserSchema.Get("Tags"), [LiveWorld.Tag("Shift", Pick("Early", "Late")), LiveWorld.Tag(StackOwnership.TagKey, "someone's")]);
        }

        var byArn = arn is not null && Coin();
        return new StackUser(new UserRow
        {
            Username = byArn && Coin() ? null : name,
            Identifier = byArn ? arn : null,
            InstanceArn = byArn ? null : LiveWorld.Instance,
            Changes = changes,
            Source = $"team.csv:{name}",
        });
    }

    private JsonObject Model()
    {
        JsonObject model = new()
        {
            ["IdentityInfo"] = new JsonObject { ["FirstName"] = Pick("Ana", "Zoë"), ["LastName"] = Pick("Li", "x;y=z") },
            ["SecurityProfileArns"] = Profiles(),
        };
        if (Coin())
        {
            model["PhoneConfig"] = new JsonObject { ["AutoAccept"] = Coin(), ["AfterContactWorkTimeLimit"] = _random.Next(3) };
        }

        if (Coin())
        {
            model["UserProficiencies"] = new JsonArray(new JsonObject { ["AttributeName"] = "Language", ["AttributeValue"] = "English", ["Level"] = _random.Next(1, 3) });
        }

        if (_random.Next(3) > 0)
        {
            model["Tags"] = new JsonArray([.. new[] { "Team", "Site", "aws:made", StackOwnership.TagKey + "2" }.Where(_ => Coin()).Select(key => LiveWorld.Tag(key, Pick("a", "b")))]);
        }

        return model;
    }

    private JsonArray Profiles() => new([.. new[] { LiveWorld.Security }.Concat(Coin() ? [LiveWorld.Security + "2"] : []).OrderBy(_ => _random.Next()).Select(arn => JsonValue.Create(arn))]);

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
