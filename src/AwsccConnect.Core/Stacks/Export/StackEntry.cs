using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>
/// A user as a stack file has it, with properties, members and elements in a fixed order. A set with members that this version does not know is a text in the
/// roster syntax, which has a form for them.
/// </summary>
internal sealed record StackEntry(string Username, string InstanceArn, JsonObject Properties)
{
    /// <summary>The order of the properties: who it is first.</summary>
    private static readonly UserProperty[] Order =
    [
        UserSchema.Get("Username"),
        .. UserSchema.Properties.Where(property => property.ParentName is null && property.Name != "Username" && !property.IsReadOnly && !property.IsWriteOnly),
    ];

    public static StackEntry Of(JsonObject state, Action<string> omitted)
    {
        var model = UserModels.ForCreate(state);
        foreach (var (flat, set) in UserValidator.ConflictingSettings)
        {
            // AWS takes only one of the two, and the array has more information.
            if (!JsonText.IsNothing(model[set.Name]))
            {
                (model["PhoneConfig"] as JsonObject)?.Remove(flat.Name);
            }
        }

        var entry = new JsonObject();
        foreach (var property in Order)
        {
            if (Ordered(property, model[property.Name]) is { } value && !JsonText.IsNothing(value))
            {
                entry[property.Name] = property.IsSet && HasUnknown(property, value) ? RosterSyntax.Format(property, value) : value;
            }

            foreach (var name in property.Kind == UserValueKind.Object ? UnknownOf(property, model[property.Name]) : [])
            {
                omitted($"{property.Name}.{name}");
            }
        }

        foreach (var name in model.Select(member => member.Key).Where(name => !Array.Exists(Order, property => property.Name == name)))
        {
            omitted(name);
        }

        return new StackEntry(JsonText.StringOf(model[nameof(Username)]) ?? "", JsonText.StringOf(model[nameof(InstanceArn)]) ?? "", entry);
    }

    /// <summary>The same with other texts for ARNs.</summary>
    public StackEntry WithNames(Func<UserProperty, string, string> nameOf)
    {
        var copy = (JsonObject)Properties.DeepClone();
        foreach (var property in Order.Where(property => property.ArnKind is not null and not ConnectResourceKind.Instance))
        {
            if (copy[property.Name] is JsonArray arns)
            {
                copy[property.Name] = new JsonArray([.. arns.Select(JsonText.StringOf).OfType<string>().Select(arn => (JsonNode)nameOf(property, arn))]);
            }
            else if (JsonText.StringOf(copy[property.Name]) is { } arn)
            {
                copy[property.Name] = nameOf(property, arn);
            }
        }

        return this with { Properties = copy };
    }

    private static JsonNode? Ordered(UserProperty property, JsonNode? value) => value switch
    {
        JsonObject members => Members(property, members, keepsUnknown: UserSchema.At(property.Pointer) != property),
        JsonArray elements when property.IsSet => Elements(property, elements),
        _ when JsonText.StringOf(value) is "" => null,
        _ => value?.DeepClone(),
    };

    private static JsonObject Members(UserProperty property, JsonObject members, bool keepsUnknown)
    {
        var known = property.Members.Where(member => Ordered(member, members[member.Name]) is { } value && !IsBlank(property, member, value)).Select(member => member.Name);
        var unknown = keepsUnknown ? UnknownOf(property, members).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return new JsonObject(
        [
            .. known.Select(name => KeyValuePair.Create(name, Ordered(property.FindMember(name)!, members[name]))),
            .. unknown.Select(name => KeyValuePair.Create(name, members[name]?.DeepClone())),
        ]);
    }

    private static IEnumerable<string> UnknownOf(UserProperty property, JsonNode? value) =>
        (value as JsonObject)?.Where(member => property.FindMember(member.Key) is null && !JsonText.IsNothing(member.Value)).Select(member => member.Key) ?? [];

    private static bool HasUnknown(UserProperty property, JsonNode value) => value switch
    {
        JsonArray elements => elements.Any(element => element is not null && HasUnknown(property, element)),
        JsonObject members => UnknownOf(property, members).Any()
            || property.Members.Any(member => member.Kind == UserValueKind.Object && members[member.Name] is { } inner && HasUnknown(member, inner)),
        _ => false,
    };

    /// <summary>Whether a value is none; that of a tag may be empty.</summary>
    private static bool IsBlank(UserProperty owner, UserProperty member, JsonNode value) =>
        !(owner.Kind == UserValueKind.TagSet && member.Name == "Value") && JsonText.IsNothing(value);

    private static JsonArray Elements(UserProperty property, JsonArray elements)
    {
        var kept = property.Kind == UserValueKind.TagSet ? elements.Where(tag => JsonText.StringOf(tag?["Key"]) is { } key && !StackOwnership.IsReserved(key)) : elements;
        return new JsonArray([.. kept
            .Select(element => element is JsonObject members ? WithEmptyValue(property, members) : element?.DeepClone())
            .OrderBy(element => UserSetKeys.Of(property, element), StringComparer.Ordinal)]);
    }

    private static JsonObject WithEmptyValue(UserProperty property, JsonObject members)
    {
        var element = Members(property, members, keepsUnknown: true);
        if (property.Kind == UserValueKind.TagSet && element["Value"] is null)
        {
            element["Value"] = "";
        }

        return element;
    }
}
