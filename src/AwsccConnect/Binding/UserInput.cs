using System.Net;
using System.Security;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Binding;

/// <summary>One input of a user cmdlet, parsed: the user's identity and the desired values. Nothing in it belongs to the pipeline any more.</summary>
internal sealed class UserInput : IBulkInput, IPasswordOwner
{
    /// <summary>The input as the user gave it, copied; the target of errors.</summary>
    public required object Target { get; init; }

    /// <summary>ARN of the user.</summary>
    public string? UserArn { get; init; }

    /// <summary>Id of the user in the instance, where there is no ARN.</summary>
    public string? UserId { get; init; }

    /// <summary>Username, where there is no ARN.</summary>
    public string? Username { get; init; }

    /// <summary>ARN, id or alias of the instance: that of the row or object, else the one that was given for those without.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>AWS Region of the row; null when it does not say.</summary>
    public string? Region { get; init; }

    /// <summary>The desired values of the row or the edits of the object.</summary>
    public UserChanges Changes { get; set; } = new();

    /// <summary>The names of profiles and groups by their ARNs, as far as the object or row has them.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The state the object was read with; null for rows and identifiers.</summary>
    public JsonObject? Original { get; init; }

    /// <summary>The checksum of an exported row; null for a row without one.</summary>
    public string? Checksum { get; init; }

    /// <summary>Those of <see cref="Changes"/> whose cells were edited since the row was exported; null for a row without a checksum.</summary>
    public UserChanges? Edits { get; init; }

    /// <summary>The password of the row.</summary>
    public SecureString? Password { get; init; }

    /// <summary>The password that was made for the user, once it is.</summary>
    public NetworkCredential? Generated { get; set; }

    /// <summary>Where the row stands, for example <c>agents.csv:12</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the object is a copy that has lost the state it was read with.</summary>
    public bool IsCopy { get; init; }

    /// <summary>The input's gate for confirm prompts and -WhatIf output; null where there are none.</summary>
    public InputGate? PromptGate { get; set; }

    /// <summary>The input's gate for taking its turn with its user.</summary>
    public InputGate? TurnGate { get; set; }

    /// <summary>The input for an identifier: an ARN, or an id in an instance. The instance is given by ARN, id or alias.</summary>
    public static UserInput OfIdentifier(string identifier, string? instance) => ConnectArn.IsBareId(identifier)
        ? new UserInput { Target = identifier, UserId = identifier.Trim(), InstanceArn = instance }
        : new UserInput { Target = identifier, UserArn = identifier };

    /// <summary>
    /// The Region of the user: that of its ARN, or of the ARN of its instance; else the given one or that of the row. Null for that of the session;
    /// throws where ARN and Region contradict each other.
    /// </summary>
    public string? RegionOf(string? instance, string? region)
    {
        var given = region ?? Region;
        return UserArn is { } arn ? ArnRegion.OfUser(arn, given)
            : (instance ?? InstanceArn) is { } scope && scope.StartsWith("arn:", StringComparison.Ordinal) ? ArnRegion.Of(scope, given)
            : given;
    }

    /// <summary>The user for messages: name, ARN or location in the file.</summary>
    public string Label
    {
        get
        {
            var name = Username ?? UserArn ?? UserId ?? "(no username)";
            return Source is null ? name : $"{name} ({Source})";
        }
    }

    public Exception Describe(Exception exception) => ItemErrors.At(exception, this);
}
