using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Describes the difference of two states property by property, in the roster syntax.</summary>
internal static class StackDifferences
{
    /// <summary>The properties in which two states differ.</summary>
    public static IReadOnlyList<StackDifference> Between(JsonObject live, JsonObject desired, Func<string, string?> nameOf) =>
        [.. UserPatch.Create(live, desired).Leaves.Select(path => Of(path, live, desired, nameOf))];

    /// <summary>What a new user is to be created with, without what identifies it.</summary>
    public static IReadOnlyList<StackDifference> OfNew(JsonObject model, Func<string, string?> nameOf) =>
        [.. Between([], model, nameOf).Where(difference => difference.Property is not ("Username" or "InstanceArn"))];

    private static StackDifference Of(string path, JsonObject live, JsonObject desired, Func<string, string?> nameOf)
    {
        var property = UserSchema.At(path);
        var (after, before) = (JsonPointer.Get(desired, path), JsonPointer.Get(live, path));
        return new(string.Join('.', JsonPointer.Tokens(path)), ShownValue.TextOf(property, StableOrder.Of(property, after)), ShownValue.TextOf(property, StableOrder.Of(property, before)))
        {
            DesiredName = ShownValue.NamesIn(property, after, nameOf),
            LiveName = ShownValue.NamesIn(property, before, nameOf),
        };
    }
}
