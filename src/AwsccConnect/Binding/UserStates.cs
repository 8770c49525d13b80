using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Binding;

/// <summary>Reads whole states of users off objects: the module's own, copies of them from files and jobs, and rows.</summary>
internal static class UserStates
{
    private static readonly string DeserializedType = "Deserialized." + typeof(ConnectUser).FullName;

    /// <summary>Whether an object is a user with all its properties, so that what it lacks is absent, and not merely not requested.</summary>
    public static bool IsWhole(PSObject input) => input.BaseObject is ConnectUser
        || input.TypeNames.Contains(DeserializedType, StringComparer.OrdinalIgnoreCase);

    /// <summary>The state of a user as its object stands, edits included.</summary>
    public static JsonObject Of(ConnectUser user, PSObject input)
    {
        var state = user.ToJson();
        foreach (var (property, value) in NoteEdits(user, input))
        {
            state[property.Name] = value;
        }

        return state;
    }

    /// <summary>The edits of the note properties for what this version does not know.</summary>
    public static IEnumerable<(UserProperty Property, JsonNode? Value)> NoteEdits(ConnectUser user, PSObject input)
    {
        foreach (var (name, value) in user.AdditionalProperties)
        {
            if (input.Properties[name] is PSNoteProperty note)
            {
                var property = UserProperty.Unknown("/" + JsonPointer.Escape(name));
                var present = UserValueConverter.ToJson(property, PSValue.Unwrap(note.Value));
                if (!UserStateComparer.AreEqual(property, value, present))
                {
                    yield return (property, present);
                }
            }
        }
    }

    /// <summary>The state that a deserialized copy or a row has. Throws where cells cannot be read.</summary>
    public static JsonObject Of(PSObject input, out IReadOnlyList<string> unknownColumns)
    {
        var row = ReadRow(input, nullClears: false);
        var state = row.ToModel();
        if (row.Identifier is { } arn)
        {
            state["UserArn"] = arn;
        }

        unknownColumns = row.UnknownColumns;
        if (!IsWhole(input))
        {
            return state;
        }

        foreach (var (name, value) in PSValue.Cells(input).Where(cell => cell.Value is not null && row.UnknownColumns.Contains(cell.Key)))
        {
            state[name] = UserValueConverter.ToJson(UserProperty.Unknown("/" + JsonPointer.Escape(name)), value);
        }

        unknownColumns = [];
        return state;
    }

    /// <summary>Reads a row or hashtable; its password, if it has one, is not looked at. Throws where cells cannot be read.</summary>
    public static UserRow ReadRow(PSObject input, bool nullClears)
    {
        var cells = RosterRows.CellsOf(input, out var source);
        cells.RemoveAll(cell => UserSchema.TryFind(cell.Key, out var property) && property.IsWriteOnly);
        return UserRowReader.Read(cells, allowPlainTextPassword: false, source, nullClears);
    }
}
