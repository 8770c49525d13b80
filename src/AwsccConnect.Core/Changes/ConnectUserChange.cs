using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>A property that a change of a user has touched, from a change log. Values have the roster syntax; passwords never appear.</summary>
public sealed class ConnectUserChange
{
    /// <summary>When the change was sent, in local time.</summary>
    public DateTime Time { get; init; }

    /// <summary>Name of the user.</summary>
    public string? Username { get; init; }

    /// <summary>CREATE, UPDATE or DELETE.</summary>
    public string Operation { get; init; } = "";

    /// <summary>Name of the property, for example <c>PhoneConfig.AutoAccept</c>, or <c>Tags</c> for a whole set.</summary>
    public string Property { get; init; } = "";

    /// <summary>The value before; null for none.</summary>
    public string? OldValue { get; init; }

    /// <summary>The value that was sent; null for none.</summary>
    public string? NewValue { get; init; }

    /// <summary>The elements of a set that the change has added, such as <c>Team=Sales</c>; empty for other properties.</summary>
    public IReadOnlyList<string> Added => SetElements.Added(Schema, OldValue, NewValue);

    /// <summary>The elements of a set that the change has removed; empty for other properties.</summary>
    public IReadOnlyList<string> Removed => SetElements.Added(Schema, NewValue, OldValue);

    /// <summary>
    /// The value before as tables show it: with the names that profiles and groups had, or ids where they were not known, instead of ARNs; of a
    /// set that was changed, the elements that were removed.
    /// </summary>
    public string? OldText => TextOf(OldName ?? OldValue, NewName ?? NewValue, '-');

    /// <summary>The value that was sent as tables show it; of a set that was changed, the elements that were added.</summary>
    public string? NewText => TextOf(NewName ?? NewValue, OldName ?? OldValue, '+');

    /// <summary>
    /// Done, Accepted (-NoWait), Failed (of an update a part may have been made), Unknown (the command was stopped or lost the connection)
    /// or Started (it was killed).
    /// </summary>
    public string Outcome { get; init; } = "";

    /// <summary>Id of the error; null for none.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Whether Undo-ConnectUserChange has taken the change of the property back: of a set, all elements.</summary>
    public bool IsUndone { get; init; }

    /// <summary>Name of the command.</summary>
    public string? Command { get; init; }

    /// <summary>Id of the run: that of -RunId, else one that was made for it.</summary>
    public string? RunId { get; init; }

    /// <summary>Cloud Control's request token; null where AWS had accepted no request.</summary>
    public string? RequestToken { get; init; }

    /// <summary>The account of the operating system and the machine, for example <c>jane@OPS1</c>.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The profile of the AWS configuration files; null where none was named.</summary>
    public string? ProfileName { get; init; }

    /// <summary>ARN of the user; null for a new one that AWS had not named.</summary>
    public string? UserArn { get; init; }

    /// <summary>AWS Region.</summary>
    public string? Region { get; init; }

    /// <summary>Id of the change: its properties have the same.</summary>
    public string Id { get; init; } = "";

    /// <summary>Ids of the changes that this one undoes.</summary>
    public IReadOnlyList<string> UndoOf { get; init; } = [];

    /// <summary>One line with both values, with names instead of ARNs; of a set with the elements that differ.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => SetElements.Describe(Property, Schema, OldName ?? OldValue, NewName ?? NewValue);

    private UserProperty Schema => UserSchema.At($"/{Property.Replace('.', '/')}");

    private string? OldName { get; init; }

    private string? NewName { get; init; }

    internal static IEnumerable<ConnectUserChange> From(ChangeRecord record, UndoneParts undone) => record.Changes.Select(change => new ConnectUserChange
    {
        Time = record.Time.LocalDateTime,
        Username = record.Username,
        Operation = record.Operation,
        Property = string.Join('.', JsonPointer.Tokens(change.Path)),
        OldValue = ShownValue.TextOf(UserSchema.At(change.Path), change.Old),
        NewValue = ShownValue.TextOf(UserSchema.At(change.Path), change.New),
        OldName = ShownValue.NamesIn(UserSchema.At(change.Path), change.Old, arn => record.Names?.GetValueOrDefault(arn)),
        NewName = ShownValue.NamesIn(UserSchema.At(change.Path), change.New, arn => record.Names?.GetValueOrDefault(arn)),
        Outcome = record.Outcome.ToString(),
        ErrorId = record.ErrorId,
        IsUndone = undone.IsUndone(record, change),
        Command = record.Command,
        RunId = record.RunId,
        RequestToken = record.RequestToken,
        ChangedBy = record.ChangedBy,
        ProfileName = record.ProfileName,
        UserArn = record.UserArn,
        Region = record.Region,
        Id = record.Id,
        UndoOf = record.UndoOf,
    });

    private string? TextOf(string? value, string? other, char sign) => value is null || other is null || (Added.Count == 0 && Removed.Count == 0)
        ? value
        : string.Join("; ", SetElements.Added(Schema, other, value).Select(element => $"{sign} {element}"));
}
