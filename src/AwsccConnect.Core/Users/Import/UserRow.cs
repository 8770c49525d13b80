using System.Security;
using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users.Import;

/// <summary>A data row read as a user: its identity and the requested values. Its text never contains the password.</summary>
internal sealed record UserRow
{
    /// <summary>The user's ARN, from the columns Identifier, UserArn or Arn.</summary>
    public string? Identifier { get; init; }

    /// <summary>The user's id, where its ARN is not known because the row names the instance by id or alias, or not at all.</summary>
    public string? UserId { get; init; }

    /// <summary>The username; it identifies together with the instance, and names a new user.</summary>
    public string? Username { get; init; }

    /// <summary>The instance: an ARN, or an id or alias that has still to be resolved.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>The Region, from its column or an ARN.</summary>
    public string? Region { get; init; }

    /// <summary>The requested values, without Username, InstanceArn, UserArn and the password.</summary>
    public UserChanges Changes { get; init; } = new();

    /// <summary>The checksum of an exported row; null where the row has none.</summary>
    public string? Checksum { get; init; }

    /// <summary>Those of <see cref="Changes"/> whose cells were edited since the row was exported; null where it has no checksum.</summary>
    public UserChanges? Edits { get; init; }

    /// <summary>The names of profiles and groups by the ARNs in <see cref="Changes"/>, where an exported row has both.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The password as plain text, if the row had one and that was allowed.</summary>
    public string? Password { get; init; }

    /// <summary>The password, if the row had it as a SecureString.</summary>
    public SecureString? SecurePassword { get; init; }

    /// <summary>The names of columns that are not known, whether their cells are empty or not.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];

    /// <summary>Whether every cell is empty.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Where the row is from, such as <c>agents.csv:12</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The row with the ARN of the user of <see cref="UserId"/>; this one where it has no id.</summary>
    public UserRow WithIdentifier(string instanceArn) => UserId is null ? this : this with { Identifier = ConnectArn.OfUser(instanceArn, UserId), UserId = null };

    /// <summary>The resource model of a new user: the row's changes with Username and InstanceArn, without the password.</summary>
    public JsonObject ToModel()
    {
        var model = Changes.ToModel();
        if (InstanceArn is not null)
        {
            model[nameof(InstanceArn)] = InstanceArn;
        }

        if (Username is not null)
        {
            model[nameof(Username)] = Username;
        }

        return model;
    }

    public override string ToString()
    {
        var who = Username ?? Identifier ?? UserId ?? "a row without a username";
        return Source is null ? who : $"{who} ({Source})";
    }
}
