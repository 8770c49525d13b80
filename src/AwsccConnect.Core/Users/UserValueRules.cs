using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AwsccConnect.Core.Users;

/// <summary>Checks values against the schema's ranges, lengths, patterns and lists.</summary>
internal static class UserValueRules
{
    internal static void Check(List<UserProblem> problems, UserProperty property, JsonNode value, bool isDelta) =>
        Check(problems, property, property.Name, value, isDelta);

    private static void Check(List<UserProblem> problems, UserProperty property, string path, JsonNode value, bool isDelta)
    {
        switch (property.Kind)
        {
            case UserValueKind.String:
                if (Require(problems, path, value, JsonValueKind.String, "a text"))
                {
                    CheckText(problems, property, path, value.GetValue<string>());
                }

                break;
            case UserValueKind.Boolean:
                if (value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
                {
                    Bad(problems, path, $"{path} has to be true or false, not {JsonText.Write(value)}.", "Use true or false.");
                }

                break;
            case UserValueKind.Integer or UserValueKind.Number:
                if (Require(problems, path, value, JsonValueKind.Number, "a number"))
                {
                    CheckNumber(problems, property, path, value);
                }

                break;
            case UserValueKind.Object:
                if (Require(problems, path, value, JsonValueKind.Object, "an object"))
                {
                    CheckMembers(problems, property, path, value.AsObject(), isDelta);
                }

                break;
            case UserValueKind.Unknown:
                break;
            default:
                if (Require(problems, path, value, JsonValueKind.Array, "an array"))
                {
                    CheckElements(problems, property, path, value.AsArray(), isDelta);
                }

                break;
        }
    }

    private static void CheckText(List<UserProblem> problems, UserProperty property, string path, string text)
    {
        // AWS counts Unicode characters, not UTF-16 units.
        var length = text.EnumerateRunes().Count();
        if (length < property.MinLength || length > property.MaxLength)
        {
            var range = property.MaxLength is { } max ? $"{property.MinLength} to {max}" : $"at least {property.MinLength}";
            Bad(problems, path, $"{path} has {length} characters; it takes {range}.", "Shorten or complete it.");
        }
        else if (property.EnumValues.Count > 0 && !property.EnumValues.Contains(text))
        {
            var near = ClosestMatch.Match(text, property.EnumValues);
            Bad(problems, path, $"{path} cannot be '{text}'; it is one of {string.Join(", ", property.EnumValues)}.", near is null ? "Use one of them." : $"Did you mean {near}?");
        }
        else if (property.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
        {
            Bad(problems, path, $"{path} '{text}' is not {property.PatternMeaning}.", $"Use {property.PatternMeaning}.");
        }
        else if (property.ArnKind is { } kind)
        {
            CheckArn(problems, path, text, kind);
        }
    }

    private static void CheckArn(List<UserProblem> problems, string path, string text, ConnectResourceKind kind)
    {
        var form = kind == ConnectResourceKind.Instance
            ? "arn:aws:connect:REGION:ACCOUNT:instance/ID"
            : $"arn:aws:connect:REGION:ACCOUNT:instance/ID/{ConnectArn.SegmentOf(kind)}/ID";
        if (!ConnectArn.TryParse(text, out var arn, out var reason))
        {
            problems.Add(new(ErrorIds.InvalidArn, path, $"{path} '{text}' {reason}.", $"Use an ARN like {form}."));
        }
        else if (arn.ResourceKind != kind)
        {
            problems.Add(new(ErrorIds.InvalidArn, path, $"{path} '{text}' is the ARN of {ArticleOf(arn.ResourceKind)}, not of {ArticleOf(kind)}.", $"Use an ARN like {form}."));
        }
    }

    /// <summary>The kind of resource in words, with its article.</summary>
    internal static string ArticleOf(ConnectResourceKind kind) => $"{(kind == ConnectResourceKind.Instance ? "an" : "a")} {ConnectArn.NounOf(kind)}";

    private static void CheckNumber(List<UserProblem> problems, UserProperty property, string path, JsonNode value)
    {
        var number = JsonText.NumberOf(value);
        if (number is null || (property.Kind == UserValueKind.Integer && number != Math.Truncate(number.Value)))
        {
            Bad(problems, path, $"{path} cannot be {JsonText.Write(value)}; it is a {(property.Kind == UserValueKind.Integer ? "whole " : "")}number.", "Use digits.");
        }
        else if (number < property.Minimum || number > property.Maximum)
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"{property.Minimum} to {property.Maximum}");
            Bad(problems, path, $"{path} is {JsonText.Write(value)}; it takes {range}.", $"Use a number from {range}.");
        }
    }

    private static void CheckMembers(List<UserProblem> problems, UserProperty property, string path, JsonObject members, bool isDelta)
    {
        foreach (var member in property.Members)
        {
            var value = members[member.Name];
            var isEmptyText = value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0;
            if (value is not null)
            {
                Check(problems, member, $"{path}.{member.Name}", value, isDelta);
            }
            else if (member.IsRequired && !(isDelta && property.Kind == UserValueKind.ChannelSet && !members.ContainsKey(member.Name)) && !isEmptyText)
            {
                problems.Add(property.Kind == UserValueKind.TagSet
                    ? new(ErrorIds.InvalidValue, path, $"{path} has no value.", UserElementConverter.TagValueRemedy(UserSetKeys.Of(property, members)))
                    : new(ErrorIds.MissingProperty, path, $"{path} needs {member.Name}.", $"Give {member.Name}."));
            }
        }
    }

    private static void CheckElements(List<UserProblem> problems, UserProperty property, string path, JsonArray elements, bool isDelta)
    {
        if (elements.Count > property.MaxItems || (!isDelta && elements.Count < property.MinItems))
        {
            Bad(problems, path, $"{path} has {elements.Count} elements; it takes {property.MinItems} to {property.MaxItems}.", "Leave some out.");
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            var key = UserSetKeys.Of(property, element);
            if (!keys.Add(key))
            {
                Bad(problems, path, $"{path} names '{key}' twice.", "Leave one of them.");
            }

            if (property.Kind == UserValueKind.ArnSet)
            {
                if (element is not null && Require(problems, path, element, JsonValueKind.String, "an ARN"))
                {
                    CheckArn(problems, path, element.GetValue<string>(), property.ArnKind!.Value);
                }
            }
            else if (element is not null && Require(problems, path, element, JsonValueKind.Object, "an object"))
            {
                CheckMembers(problems, property, $"{path}['{key}']", element.AsObject(), isDelta);
                if (property.Kind == UserValueKind.TagSet && ReservedTags.IsReserved(key))
                {
                    Bad(problems, path, $"The key '{key}' in {path} starts with aws:, which AWS keeps for itself.", "Use another key.");
                }
            }
        }
    }

    private static bool Require(List<UserProblem> problems, string path, JsonNode value, JsonValueKind kind, string meaning)
    {
        if (value.GetValueKind() == kind)
        {
            return true;
        }

        Bad(problems, path, $"{path} has to be {meaning}, not {JsonText.Write(value)}.", $"Give {meaning}.");
        return false;
    }

    private static void Bad(List<UserProblem> problems, string path, string message, string remedy) =>
        problems.Add(new(ErrorIds.InvalidValue, path, message, remedy));
}
