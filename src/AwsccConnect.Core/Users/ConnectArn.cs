using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace AwsccConnect.Core.Users;

/// <summary>
/// The ARN of an Amazon Connect instance or of a user, routing profile, security profile or hierarchy group in it,
/// in any partition: <c>arn:aws*:connect:REGION:ACCOUNT:instance/ID[/KIND/ID]</c>. The account has twelve digits; the resource id of an instance is its own.
/// </summary>
internal sealed record ConnectArn(string Partition, string Region, string AccountId, string InstanceId, ConnectResourceKind ResourceKind, string ResourceId)
{
    private static readonly Dictionary<string, ConnectResourceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["agent"] = ConnectResourceKind.User,
        ["routing-profile"] = ConnectResourceKind.RoutingProfile,
        ["security-profile"] = ConnectResourceKind.SecurityProfile,
        ["agent-group"] = ConnectResourceKind.HierarchyGroup,
    };

    public string InstanceArn => $"arn:{Partition}:connect:{Region}:{AccountId}:instance/{InstanceId}";

    /// <summary>Reads an ARN; false where the text is not that of one of the <see cref="ConnectResourceKind"/>s.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ConnectArn? arn) => TryParse(text, out arn, out _);

    /// <summary>The same with the reason why the text is not such an ARN: the rest of a sentence that starts with the text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ConnectArn? arn, [NotNullWhen(false)] out string? reason)
    {
        var parts = (text ?? "").Split(':', 6);
        var resource = parts is ["arn", .., var last] && parts.Length == 6 ? last.Split('/') : [];
        var kind = ConnectResourceKind.Instance;
        reason = string.IsNullOrEmpty(text) ? "is empty, not an ARN"
            : resource.Length == 0 ? "is not an ARN; an ARN reads arn:PARTITION:connect:REGION:ACCOUNT:instance/ID"
            : !parts[1].StartsWith("aws", StringComparison.Ordinal) || !IsLower(parts[1]) ? $"has the partition '{parts[1]}', which is not one of AWS's (aws, aws-cn, aws-us-gov, ...)"
            : parts[2] != "connect" ? $"belongs to the service '{parts[2]}', not to connect"
            : parts[3].Length == 0 || !IsLower(parts[3]) ? $"has the Region '{parts[3]}', which is not a Region's name"
            : parts[4].Length != 12 || !parts[4].All(char.IsAsciiDigit) ? $"has the account '{parts[4]}', which is not twelve digits"
            : resource is not (["instance", _] or ["instance", _, _, _]) || !IsId(resource[1]) || !IsId(resource[^1]) ? $"names '{parts[5]}', which is not instance/ID or instance/ID/KIND/ID"
            : resource.Length > 2 && !Kinds.TryGetValue(resource[2], out kind) ? $"names a '{resource[2]}'; known are agent, routing-profile, security-profile and agent-group"
            : null;
        if (reason is not null)
        {
            arn = null;
            return false;
        }

        arn = new ConnectArn(parts[1], parts[3], parts[4], resource[1], kind, resource[^1]);
        return true;
    }

    /// <summary>Whether a text is the id of a user or instance, a UUID, without its ARN.</summary>
    public static bool IsBareId([NotNullWhen(true)] string? text) => Guid.TryParseExact(text?.Trim(), "D", out _);

    /// <summary>The ARN of a user.</summary>
    /// <exception cref="ConnectOperationException">The instance's ARN is not one.</exception>
    public static string OfUser(string instanceArn, string userId) => TryParse(instanceArn, out var instance, out var reason)
        ? instance.Sibling(ConnectResourceKind.User, userId.Trim())
        : throw new ConnectOperationException(ErrorIds.InvalidArn, $"'{instanceArn}' {reason}.", "Give the instance's ARN, id or alias.");

    /// <summary>Reads an ARN.</summary>
    /// <exception cref="FormatException">The text is not an ARN of one of the <see cref="ConnectResourceKind"/>s; the message has the reason.</exception>
    public static ConnectArn Parse(string text) =>
        TryParse(text, out var arn, out var reason) ? arn : throw new FormatException($"'{text}' {reason}.");

    /// <summary>The ARN of something in the same instance.</summary>
    public string Sibling(ConnectResourceKind kind, string id) =>
        kind == ConnectResourceKind.Instance ? InstanceArn : string.Create(CultureInfo.InvariantCulture, $"{InstanceArn}/{SegmentOf(kind)}/{id}");

    /// <summary>The segment of an ARN that names a kind of resource in an instance, such as <c>agent</c> for a user.</summary>
    public static string SegmentOf(ConnectResourceKind kind) => Kinds.First(known => known.Value == kind).Key;

    /// <summary>What people call a kind, such as <c>routing profile</c>.</summary>
    public static string NounOf(ConnectResourceKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()).Replace('_', ' ');

    public override string ToString() => Sibling(ResourceKind, ResourceId);

    private static bool IsLower(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool IsId(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
