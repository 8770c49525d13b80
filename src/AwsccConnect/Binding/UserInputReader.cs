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

    /// <summary>The rows so far in which every cell is empty.</summary>
    public int BlankRows { get; private set; }

    /// <summary>
    /// Understands an input for a command that changes or removes an existing user. Null for a blank row; throws where cells are wrong or the
    /// input does not identify a user.
    /// </summary>
    public UserInput? ReadExisting(PSObject input, out IReadOnlyList<string> unknownColumns)
    {
        unknownColumns = [];
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
            case string or ConnectUserReference or ConnectUserRequest or ConnectUserChange:
                throw new ConnectOperationException(
                    ErrorIds.MissingIdentity,
                    $"A user cannot be created from '{input}': it has no values.",
                    "Pipe rows or users into New-ConnectUser, or give the values as parameters.");
            default:
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

    private UserInput? FromRow(PSObject input, out IReadOnlyList<string> unknownColumns)
    {
        var cells = PSValue.Cells(input).ToList();
        string? source = null;
        if (IsCopyOf(input, RosterRows.TypeName) || input.TypeNames.Contains(RosterRows.TypeName))
        {
            source = cells.Find(cell => cell.Key == RosterRows.SourceColumn).Value as string;
            cells.RemoveAll(cell => cell.Key == RosterRows.SourceColumn);
        }

        var row = UserRowReader.Read(cells, allowPlainTextPassword, source);
        unknownColumns = row.UnknownColumns;
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
            Password = row.SecurePassword ?? (row.Password is { } plain ? SecureText.From(plain) : null),
            Source = source,
        };
    }

    /// <summary>The row as it is now, without a password, to be the target of errors.</summary>
    public static PSObject Copy(PSObject input)
    {
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
            var isSecret = UserSchema.TryFind(name, out var property) && property.IsWriteOnly;
            copy.Properties.Add(new PSNoteProperty(name, isSecret ? "***" : value), preValidated: true);
        }

        return copy;
    }

    private static bool IsCopyOf(PSObject input, string typeName) => input.TypeNames.Any(name =>
        name.Equals("Deserialized." + typeName, StringComparison.OrdinalIgnoreCase)
        || name.Equals("Selected." + typeName, StringComparison.OrdinalIgnoreCase));

    private static string? TextOf(PSObject input, string property) =>
        input.Properties[property]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    private static ConnectOperationException MissingIdentity(string? what) => new(
        ErrorIds.MissingIdentity,
        $"'{what}' does not identify a user.",
        "Give the user's ARN (column UserArn), or Username together with InstanceArn.");
}
