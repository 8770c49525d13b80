using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AwsccConnect.Simulator.Api;

/// <summary>Lengths and patterns of the service model's input shapes. The service responds to a violation with ValidationException.</summary>
internal static class InputConstraints
{
    private static readonly FrozenDictionary<string, Limit> Limits = new Dictionary<string, Limit>(StringComparer.Ordinal)
    {
        ["TypeName"] = new(10, 196, "[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}"),
        ["TypeVersionId"] = new(1, 128, "[A-Za-z0-9-]+"),
        ["RoleArn"] = new(20, 2048, "arn:.+:iam::[0-9]{12}:role/.+"),
        ["ClientToken"] = new(1, 128, "[-A-Za-z0-9+/=]+"),
        ["RequestToken"] = new(1, 128, "[-A-Za-z0-9+/=]+"),
        ["Identifier"] = new(1, 1024, ".+"),
        ["DesiredState"] = new(1, 262144, null),
        ["PatchDocument"] = new(1, 262144, null),
        ["ResourceModel"] = new(1, 262144, null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Limit ResourceNextToken = new(1, 4096, ".+");
    private static readonly Limit RequestNextToken = new(1, 2048, "[-A-Za-z0-9+/=]+");

    public static void Check(string operation, string member, string value)
    {
        var limit = member == "NextToken"
            ? operation == "ListResources" ? ResourceNextToken : RequestNextToken
            : Limits.GetValueOrDefault(member);
        if (limit is null)
        {
            return;
        }

        if (value.Length < limit.Minimum)
        {
            throw Breach(member, value, $"Member must have length greater than or equal to {limit.Minimum}");
        }

        if (value.Length > limit.Maximum)
        {
            throw Breach(member, value, $"Member must have length less than or equal to {limit.Maximum}");
        }

        if (limit.Pattern is { } pattern && !pattern.IsMatch(value))
        {
            throw Breach(member, value, $"Member must satisfy regular expression pattern: {limit.Source}");
        }
    }

    public static ServiceErrorException Missing(string member) => Breach(member, null, "Member must not be null");

    public static ServiceErrorException OutOfRange(string member, int value, int minimum, int maximum) => Breach(
        member,
        value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        value < minimum ? $"Member must have value greater than or equal to {minimum}" : $"Member must have value less than or equal to {maximum}");

    public static ServiceErrorException NotInSet(string member, IReadOnlyList<string> allowed) =>
        Breach(member, null, $"Member must satisfy constraint: [Member must satisfy enum value set: [{string.Join(", ", allowed)}]]");

    private static ServiceErrorException Breach(string member, string? value, string constraint)
    {
        // DesiredState, ResourceModel and PatchDocument are sensitive in the service model: the service masks them too.
        var sensitive = member is "DesiredState" or "PatchDocument" or "ResourceModel";
        var shown = sensitive ? " at" : value is null ? "Value null at" : $"Value '{value[..Math.Min(value.Length, 200)]}' at";
        var camel = char.ToLowerInvariant(member[0]) + member[1..];
        return ServiceErrors.Validation($"1 validation error detected: {(sensitive ? "Value" : string.Empty)}{shown} '{camel}' failed to satisfy constraint: {constraint}");
    }

    private sealed record Limit(int Minimum, int Maximum, string? Source)
    {
        public Regex? Pattern { get; } = Source is null
            ? null
            : new Regex($"^(?:{Source})\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
