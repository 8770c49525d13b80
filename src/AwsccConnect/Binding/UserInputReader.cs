using System.Collections;
using System.Globalization;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Binding;

/// <summary>
/// Understands what comes down the pipeline, for every user cmdlet: the module's own objects, copies of them,
/// identifiers, and rows of any kind. Nothing of one input is kept for the next.
/// </summary>
internal sealed class UserInputReader(bool allowPlainTextPassword, string? instance = null)
{
    private static readonly string UserType = typeof(ConnectUser).FullName!;
    private static readonly string ChangeType = typeof(ConnectUserChange).FullName!;

    private bool _isFirst = true;

    /// <summary>The rows so far in which every cell is empty.</summary>
    public int BlankRows { get; private set; }

    /// <summary>
    /// Understands an input for a command that changes or removes an existing user. Null for a blank row; throws where cells are wrong or the
    /// input does not identify a user.
    /// </summary>
    public UserInput? ReadExisting(PSObject input, out IReadOnlyList<string> unknownColumns)
    {
        unknownColumns = [];
        if (input.BaseObject is not string)
        {
            RequireRow(input);
        }

        return input.BaseObject switch
        {
            ConnectUser user => FromUser(user, input),
            ConnectUserReference reference => FromArn(reference.UserArn, reference.Region, input, reference.Username),
            ConnectUserRequest request => FromArn(request.Identifier, request.Region, input),
            ConnectUserChange => FromCopy(input, isUser: false),
            string text => FromText(text.Trim(), input),
            _ when IsCopyOf(input, UserType) => FromCopy(input),
            _ when IsCopyOf(input, ChangeType) => FromCopy(input, isUser: false),
            _ => FromRow(input, out unknownColumns),
        };
    }

    /// <summary>
    /// Understands an input for a command that creates a user: values are what counts, also those of other users. Null for a blank row; throws
    /// where cells are wrong or the input has no values.
    /// </summary>
    public UserInput? ReadNew(PSObject input, out IReadOnlyList<string> unknownColumns)
    {
        unknownColumns = [];
        switch (input.BaseObject)
        {
            case ConnectUser user:
                return new UserInput
                {
                    Target = user,
                    Username = user.Username,
                    InstanceArn = user.InstanceArn,
                    Region = user.Region,
                    Changes = UserEdits.Between(null, WithoutIdentity(UserModels.ForCreate(user.ToJson()))),
                    Names = user.NamesByArn(),
                    Password = user.Password,
                };
            case ConnectUserReference or ConnectUserRequest or ConnectUserChange:
                throw new ConnectOperationException(
                    ErrorIds.MissingIdentity,
                    $"A user cannot be created from '{input}': it has no values.",
                    "Pipe rows or users into New-ConnectUser, or give the values as parameters.");
            default:
                RequireRow(input);
                return FromRow(input, out unknownColumns);
        }
    }

    private static UserInput FromUser(ConnectUser user, PSObject input) => new()
    {
        Target = input.BaseObject,
        UserArn = user.OriginalState?["UserArn"]?.ToString() ?? user.UserArn,
        Username = user.Username,
        InstanceArn = user.InstanceArn,
        Region = user.Region,
        Changes = user.OriginalState is null ? UserEdits.Between(null, WithoutIdentity(user.ToJson())) : EditsOf(user, input),
        Password = user.Password,
        Original = user.OriginalState,
    };

    /// <summary>A resource model without what identifies the user, as opposed to its desired values.</summary>
    private static JsonObject WithoutIdentity(JsonObject model)
    {
        model.Remove(nameof(ConnectUser.UserArn));
        model.Remove(nameof(ConnectUser.Username));
        model.Remove(nameof(ConnectUser.InstanceArn));
        return model;
    }

    /// <summary>The edits of a user, with those of the note properties for what this version does not know.</summary>
    private static UserChanges EditsOf(ConnectUser user, PSObject input)
    {
        var changes = user.GetEdits();
        foreach (var (property, value) in UserStates.NoteEdits(user, input))
        {
            changes.Set(property, value);
        }

        return changes;
    }

    private static UserInput FromArn(string? arn, string? region, PSObject input, string? username = null) =>
        string.IsNullOrWhiteSpace(arn)
            ? throw MissingIdentity(input.ToString())
            : new UserInput { Target = input.BaseObject, UserArn = arn, Region = region, Username = username };

    private UserInput FromText(string text, PSObject input) =>
        ConnectArn.IsBareId(text) ? UserInput.OfIdentifier(text, instance) : FromArn(text, null, input);

    private UserInput FromCopy(PSObject input, bool isUser = true)
    {
        var arn = TextOf(input, "UserArn") ?? TextOf(input, "Identifier") ?? TextOf(input, "Arn");
        var username = TextOf(input, "Username");
        var instanceArn = TextOf(input, "InstanceArn") ?? instance;
        return arn is null && (username is null || instanceArn is null)
            ? throw MissingIdentity(username ?? (isUser ? "the selected or deserialized user" : "the change"))
            : new UserInput
            {
                Target = Copy(input),
                UserArn = arn,
                Username = username,
                InstanceArn = instanceArn,
                Region = TextOf(input, "Region"),
                IsCopy = isUser,
            };
    }

    /// <summary>Throws for an input that cannot have columns.</summary>
    public static void RequireRow(PSObject input)
    {
        var kind = input.BaseObject switch
        {
            string => $"'{input}' is a text",
            bool or char or DateTime or Enum => $"'{input}' is a {input.BaseObject.GetType().Name}",
            IConvertible => $"'{input}' is a number",
            IList list and not IDictionary => string.Create(CultureInfo.InvariantCulture, $"The input is a list of {list.Count} objects"),
            _ => null,
        };
        if (kind is not null)
        {
            throw new ConnectOperationException(
                ErrorIds.MissingIdentity, $"{kind} and no row with columns.", "Pipe objects, rows or hashtables one by one (an array for -InputObject is a single input), or use the other parameters of the command.");
        }
    }

    private UserInput? FromRow(PSObject input, out IReadOnlyList<string> unknownColumns)
    {
        var cells = RosterRows.CellsOf(input, out var source);
        var row = UserRowReader.Read(cells, allowPlainTextPassword, source);
        unknownColumns = row.UnknownColumns;
        var isFirst = _isFirst;
        _isFirst = false;
        if (UserColumns.DelimiterIn(unknownColumns) is { } delimiter)
        {
            throw UserColumns.Delimited(delimiter, endsCommand: isFirst);
        }

        if (row.IsBlank)
        {
            BlankRows++;
            return null;
        }

        return new UserInput
        {
            Target = Copy(input),
            UserArn = row.Identifier,
            UserId = row.UserId,
            Username = row.Username,
            InstanceArn = row.InstanceArn ?? (row.Identifier is null ? instance : null),
            Region = row.Region,
            Changes = row.Changes,
            Checksum = row.Checksum,
            Edits = row.Edits,
            Names = row.Names,
            Password = PasswordChecks.PasswordOf(row),
            Source = source,
        };
    }

    /// <summary>The row as it is now, without passwords, to be the target of errors; a text or number itself.</summary>
    public static object Copy(PSObject input)
    {
        if (input.BaseObject is IConvertible or (IList and not IDictionary))
        {
            // The rows of a list may have passwords.
            return input.BaseObject is IConvertible value ? value : input.BaseObject.GetType().Name;
        }

        var copy = new PSObject();
        IReadOnlyList<KeyValuePair<string, object?>> cells;
        try
        {
            cells = PSValue.Cells(input);
        }
        catch (UserValueException)
        {
            // A row that contains itself has no end to copy; the error explains that.
            return copy;
        }

        foreach (var (name, value) in cells)
        {
            copy.Properties.Add(new PSNoteProperty(name, UserColumns.HasPassword(name) ? "***" : value), preValidated: true);
        }

        return copy;
    }

    private static bool IsCopyOf(PSObject input, string type) => input.TypeNames.Any(name =>
        name.Equals("Deserialized." + type, StringComparison.OrdinalIgnoreCase)
        || name.Equals("Selected." + type, StringComparison.OrdinalIgnoreCase));

    private static string? TextOf(PSObject input, string property) =>
        input.Properties[property]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    private static ConnectOperationException MissingIdentity(string? what) => new(
        ErrorIds.MissingIdentity,
        $"'{what}' does not identify a user.",
        "Give the user's ARN (column UserArn), or Username together with InstanceArn.");
}
