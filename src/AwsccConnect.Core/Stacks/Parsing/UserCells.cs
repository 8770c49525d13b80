using System.Security;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>
/// Converts the properties of a user in a document to the cells that <see cref="UserRowReader"/> reads, and checks what that cannot know:
/// where things are, that every key is known, that a scalar without quotes is read as the property's kind requires.
/// </summary>
internal sealed class UserCells(FileLocation location, bool allowPlainTextPassword, string? source = null)
{
    private static readonly string[] SnakeNames = [.. UserSchema.Properties.Select(property => property.SnakeName), "region"];
    private static readonly string[] PascalNames = [.. UserSchema.Properties.Select(property => property.Name), "Region"];

    private readonly List<KeyValuePair<string, object?>> _cells = [];
    private readonly Dictionary<string, FileLocation> _locations = new(StringComparer.Ordinal);
    private readonly List<UserProblem> _problems = [];
    private readonly List<UserProperty> _emptied = [];

    internal void Add(string name, FileLocation nameLocation, DocumentNode value)
    {
        try
        {
            AddCell(ColumnName.Trim(name), nameLocation, value);
        }
        catch (ConnectOperationException e) when (!e.EndsCommand)
        {
            Report(e);
        }
    }

    internal void Report(ConnectOperationException error) => _problems.Add(new(error.ErrorId, null, error.Message, error.Remedy));

    /// <summary>Reads the user.</summary>
    /// <exception cref="ConnectOperationException">The user cannot be read; the message has everything that is wrong with it.</exception>
    internal UserRow Read()
    {
        UserRow? row = null;
        try
        {
            row = UserRowReader.Read(_cells, allowPlainTextPassword, source ?? location.ToString());
        }
        catch (UserValueException e)
        {
            _problems.AddRange(e.Problems.Select(problem => problem with
            {
                Message = $"{(problem.PropertyName is { } name && _locations.TryGetValue(name, out var own) ? own : location)}: {problem.Message}",
            }));
        }

        if (_problems.Count > 0 || row is null)
        {
            throw UserProblems.ToException(null, _problems);
        }

        foreach (var property in _emptied)
        {
            // An empty list clears the property; an empty cell changes nothing.
            row.Changes.Set(property, new System.Text.Json.Nodes.JsonArray());
        }

        return row;
    }

    private void AddCell(string name, FileLocation nameLocation, DocumentNode value)
    {
        if (UserColumns.ElementOf(name) is not null || UserColumns.IsRegion(name) || UserColumns.IsChecksum(name))
        {
            Put(name, value.Location, SingleValue(name, value));
            return;
        }

        if (!UserSchema.TryFind(name, out var property))
        {
            throw StackErrors.Unknown(nameLocation, "The property", name, name.Any(char.IsUpper) ? PascalNames : SnakeNames);
        }

        if (property.IsWriteOnly)
        {
            AddPassword(name, value);
        }
        else if (value is DocumentList { Items.Count: 0 } or DocumentValue { Value: IReadOnlyList<object?> { Count: 0 } } && property.IsSet)
        {
            _emptied.Add(property);
        }
        else if (property.Kind == UserValueKind.ProficiencySet && value is DocumentList list && list.Items.Any(HasNoLevel))
        {
            AddLevels(property, list);
        }
        else
        {
            Put(name, value.Location, Convert(property, value));
        }
    }

    private void Put(string name, FileLocation location, object? value)
    {
        _cells.Add(new(name, value));
        _locations[name] = location;
    }

    private void AddPassword(string name, DocumentNode value)
    {
        if (value is DocumentScalar { IsNull: false } && !allowPlainTextPassword)
        {
            throw StackErrors.At(
                value.Location,
                "The file holds a password in plain text.",
                "In a manifest write '{{ name }}' and give the variable of that name as a SecureString; or use -Password or -GeneratePassword; or add -AllowPlainTextPassword.",
                ErrorIds.PlainTextPassword);
        }

        Put(name, value.Location, value switch
        {
            DocumentScalar scalar => scalar.IsNull ? null : scalar.Text,
            DocumentValue { Value: SecureString or null } secret => secret.Value,
            _ => throw StackErrors.At(value.Location, $"The password has to be a text, not {value.Kind}.", "Give the variable as a SecureString.", ErrorIds.InvalidValue),
        });
    }

    /// <summary>
    /// A proficiency with <c>level: null</c> is no change, so the list is not the complete set: the others are set one by one.
    /// </summary>
    private void AddLevels(UserProperty property, DocumentList list)
    {
        foreach (var item in list.Items.Where(item => !HasNoLevel(item)))
        {
            var element = (List<KeyValuePair<string, object?>>)Element(property, item)!;
            string? Member(string name) => element.Find(member => property.FindMember(member.Key)?.Name == name).Value?.ToString();
            Put($"proficiency:{RosterSyntax.ProficiencyKey(Member("AttributeName"), Member("AttributeValue"))}", item.Location, element.Find(member => property.FindMember(member.Key)?.Name == "Level").Value);
        }
    }

    private static bool HasNoLevel(DocumentNode item) => item is DocumentMap map && map.Find("Level") is { Value.IsNull: true };

    private static object? Convert(UserProperty property, DocumentNode node)
    {
        switch (node)
        {
            case DocumentValue value:
                return FromVariable(property, value);
            case DocumentScalar scalar:
                return FromScalar(property, scalar);
            case DocumentList list when property.IsSet:
                return list.Items.Select(item => Element(property, item)).ToList();
            case DocumentMap map when property.Kind == UserValueKind.Object:
                return Members(property, map);
            case DocumentMap map when property.IsSet && property.Kind != UserValueKind.ArnSet:
                // Keys of the user's own: tags by their key, proficiencies by name, settings by channel.
                return Entries(map);
            default:
                throw StackErrors.At(node.Location, $"{property.SnakeName} cannot be {node.Kind}.", property.Kind == UserValueKind.Object ? $"Write a mapping with {string.Join(", ", property.Members.Select(member => member.SnakeName))}." : property.IsSet ? "Write a list." : "Write one value.", ErrorIds.InvalidValue);
        }
    }

    private static object? FromScalar(UserProperty property, DocumentScalar scalar)
    {
        if (scalar.IsNullText)
        {
            // A name can be Null. Dropping it silently would be worse than an error.
            return scalar.Text is "" or "~" or "null" || property.Kind != UserValueKind.String ? null : throw StackErrors.At(
                scalar.Location, $"{property.SnakeName} is {scalar.Text} without quotes, which YAML reads as nothing.", $"Write null to leave the property as it is, or '{scalar.Text}' in quotes where it is a text.", ErrorIds.InvalidValue);
        }

        return property.Kind == UserValueKind.Boolean && scalar.Boolean is { } flag ? flag : scalar.Text;
    }

    private static object? FromVariable(UserProperty property, DocumentValue value)
    {
        if (value.Value is SecureString)
        {
            throw SecretMisplaced(value.Location, property.SnakeName);
        }

        return property.Kind == UserValueKind.ArnSet && value.Value is IReadOnlyList<object?> items ? items.Select(item => item is string text ? RosterSyntax.Escape(text, RosterSyntax.ListDelimiters) : item).ToList() : value.Value;
    }

    private static List<KeyValuePair<string, object?>> Members(UserProperty property, DocumentMap map)
    {
        var members = new List<KeyValuePair<string, object?>>();
        foreach (var entry in map.Entries)
        {
            // The settings for work after a contact may stand one level up.
            var member = property.FindMember(entry.Key)
                ?? (property.Kind == UserValueKind.ChannelSet && property.Members[1].Kind == UserValueKind.Object ? property.Members[1].FindMember(entry.Key) : null)
                ?? throw StackErrors.Unknown(entry.Location, $"The key of {property.SnakeName}", entry.Key, [.. property.Members.Select(member => entry.Key.Any(char.IsUpper) ? member.Name : member.SnakeName)]);
            if (!entry.Value.IsNull)
            {
                members.Add(new(entry.Key, Convert(member, entry.Value)));
            }
            else if (property.Kind == UserValueKind.TagSet)
            {
                throw StackErrors.At(entry.Value.Location, $"The {member.SnakeName} of a tag is null.", "Write '' for an empty value, or remove the tag.", ErrorIds.InvalidValue);
            }
        }

        return members;
    }

    private static object? Element(UserProperty property, DocumentNode item) => item switch
    {
        DocumentMap map when property.Kind != UserValueKind.ArnSet => Members(property, map),
        DocumentScalar { IsNull: false } scalar => property.Kind == UserValueKind.ArnSet ? RosterSyntax.Escape(scalar.Text, RosterSyntax.ListDelimiters) : scalar.Text,
        DocumentValue { Value: string text } when property.Kind == UserValueKind.ArnSet => RosterSyntax.Escape(text, RosterSyntax.ListDelimiters),
        DocumentValue value => FromVariable(property, value),
        _ => throw StackErrors.At(item.Location, $"An element of {property.SnakeName} cannot be {item.Kind}.", property.Kind == UserValueKind.ArnSet ? "Write one ARN or name." : $"Write {string.Join(", ", property.Members.Select(member => member.SnakeName))}.", ErrorIds.InvalidValue),
    };

    private static List<KeyValuePair<string, object?>> Entries(DocumentMap map) =>
        [.. map.Entries.Where(entry => !entry.Value.IsNull).Select(entry => new KeyValuePair<string, object?>(entry.Key, entry.Value is DocumentMap inner ? Entries(inner) : SingleValue(entry.Key, entry.Value)))];

    private static object? SingleValue(string name, DocumentNode value) => value switch
    {
        { IsNull: true } => null,
        DocumentScalar scalar => scalar.Text,
        DocumentValue { Value: SecureString } => throw SecretMisplaced(value.Location, name),
        DocumentValue variable => variable.Value,
        _ => throw StackErrors.At(value.Location, $"'{StackErrors.Shorten(name)}' cannot be {value.Kind}.", "Write one value.", ErrorIds.InvalidValue),
    };

    private static ConnectOperationException SecretMisplaced(FileLocation location, string name) => StackErrors.At(
        location, $"The template puts a secret into '{StackErrors.Shorten(name)}', which is not one.", "Use secrets for password only; give other values as plain variables.", ErrorIds.SecretMisplaced);
}
