using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>Converts dictionaries to objects and elements of arrays.</summary>
internal static class UserElementConverter
{
    /// <summary>An object from a dictionary of its members; a member without a value becomes JSON null.</summary>
    internal static JsonObject Members(UserProperty property, object value)
    {
        var entries = UserValueConverter.EntriesOf(value)
            ?? throw new UserValueException(property.Name, $"{property.Name} cannot be a {value.GetType().Name}.", FormOf(property));
        var result = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, member) in entries)
        {
            var known = property.FindMember(name);
            if (name.StartsWith('$'))
            {
                result[name[1..]] = UserValueConverter.ToJson(UserProperty.Unknown("/" + name), member);
            }
            else if (known is null)
            {
                var near = ClosestMatch.Match(name, property.Members.Select(item => item.Name));
                throw new UserValueException(
                    property.Name,
                    $"{property.Name} has no member '{name}'.",
                    near is not null ? $"Did you mean {near}?" : $"Its members are {string.Join(", ", property.Members.Select(item => item.Name))}.");
            }
            else
            {
                var json = ToJson(property, entries, known, member) is { } given ? Detach(given) : Absent(property, known, member);
                if (result.TryGetValue(known.Name, out var earlier) && !UserStateComparer.AreEqual(known, earlier, json))
                {
                    throw new UserValueException(property.Name, $"{property.Name} has the member '{known.Name}' twice, with different values.", "Leave one of them.");
                }

                result[known.Name] = json;
            }
        }

        // A hashtable has no order; the schema's makes the result predictable.
        var names = property.Members.Where(member => result.ContainsKey(member.Name)).Select(member => member.Name).ToList();
        return new JsonObject(names.Concat(result.Keys.Except(names)).Select(name => new KeyValuePair<string, JsonNode?>(name, result[name])));
    }

    internal static JsonObject Element(UserProperty property, List<KeyValuePair<string, object?>> entries)
    {
        // VOICE:AfterContactWorkTimeLimit=30 is accepted: the settings for work after a contact are one level down.
        bool IsSetting(KeyValuePair<string, object?> entry) =>
            property.FindMember(entry.Key) is null && property.Members.Count > 1 && property.Members[1].FindMember(entry.Key) is not null;
        var setting = entries.FindAll(IsSetting);
        var members = entries.FindAll(entry => !IsSetting(entry));
        if (setting.Count > 0)
        {
            if (members.Exists(entry => property.FindMember(entry.Key) == property.Members[1]))
            {
                throw new UserValueException(property.Name, $"{property.Name} has {setting[0].Key} both inside and outside {property.Members[1].Name}.", "Leave one of them.");
            }

            members.Add(new(property.Members[1].Name, setting));
        }

        var element = Members(property, members);
        foreach (var key in property.KeyMembers)
        {
            if (string.IsNullOrEmpty(JsonText.StringOf(element[key])))
            {
                throw new UserValueException(property.Name, $"An element of {property.Name} has no {key}.", FormOf(property));
            }
        }

        return element;
    }

    /// <summary>The elements of a dictionary: one by its members, or several by their keys. One of a list or of JSON that has nothing but a Key is a tag.</summary>
    internal static IEnumerable<JsonNode> FromEntries(UserProperty property, List<KeyValuePair<string, object?>> entries, bool isListed)
    {
        var given = entries.Select(entry => property.FindMember(entry.Key)?.Name).ToHashSet(StringComparer.Ordinal);
        var isOne = property.Kind switch
        {
            // @{Key='a'; Value='b'} is AWS's own way to write a tag; other hashtables have the tags' keys as theirs.
            UserValueKind.TagSet => given.Contains("Key") && (given.Contains("Value") || (isListed && entries.Count == 1)) && entries.TrueForAll(entry => property.FindMember(entry.Key) is not null || entry.Key.StartsWith('$')),
            UserValueKind.ProficiencySet => given.Contains("AttributeName") || given.Contains("AttributeValue"),
            _ => given.Overlaps(property.KeyMembers),
        };
        if (isOne)
        {
            return [Element(property, entries)];
        }

        return property.Kind switch
        {
            UserValueKind.TagSet => entries.Select(entry => Element(property, [new("Key", entry.Key), new("Value", TagValue(property, entry))])),
            UserValueKind.ProficiencySet => entries.SelectMany(entry => Proficiencies(property, entry)),
            UserValueKind.ChannelSet => entries.Select(entry => ChannelElement(property, entry)),
            _ => throw new UserValueException(property.Name, $"{property.Name} cannot be read from a hashtable.", FormOf(property)),
        };
    }

    internal static string FormOf(UserProperty property) => property.Kind switch
    {
        UserValueKind.ArnSet => "Give texts, or one text with semicolons between them.",
        UserValueKind.TagSet => "Give a hashtable such as @{Team='A'}, objects with Key and Value, or a text such as Team=A;Site=Leeds.",
        UserValueKind.ProficiencySet => "Give objects with AttributeName, AttributeValue and Level, a hashtable such as @{'Language/English'=5}, or a text such as Language/English=5.",
        UserValueKind.ChannelSet => $"Give hashtables such as @{{Channel='VOICE'; {SettingOf(property)}}}, or a text such as VOICE:{SettingOf(property)}.",
        _ => $"Give a hashtable of {string.Join(", ", property.Members.Select(member => member.Name))}, or a text such as {property.Members[0].Name}=VALUE.",
    };

    /// <summary>The form of a setting in an element of a per-channel array.</summary>
    internal static string SettingOf(UserProperty property) => $"{(property.Members[1].Members is [var inner, ..] ? inner : property.Members[1]).Name}=VALUE";

    private static IEnumerable<JsonNode> Proficiencies(UserProperty property, KeyValuePair<string, object?> entry)
    {
        if (UserValueConverter.EntriesOf(UserValueConverter.Plain(entry.Value)) is { } levels)
        {
            return levels.Select(level => Element(property, [new("AttributeName", entry.Key), new("AttributeValue", level.Key), new("Level", level.Value)]));
        }

        return RosterSyntax.ParseProficiencyKey(entry.Key) is { } key
            ? [Element(property, [new("AttributeName", key.Name), new("AttributeValue", key.Value), new("Level", entry.Value)])]
            : throw new UserValueException(property.Name, $"'{entry.Key}' does not name a proficiency.", FormOf(property));
    }

    private static JsonObject ChannelElement(UserProperty property, KeyValuePair<string, object?> entry) =>
        UserValueConverter.EntriesOf(UserValueConverter.Plain(entry.Value)) is { } members
            ? Element(property, [new("Channel", entry.Key), .. members])
            : throw new UserValueException(property.Name, $"'{entry.Key}' in {property.Name} is not followed by settings.", FormOf(property));

    /// <summary>The value of a member; an error about it names the element.</summary>
    private static JsonNode? ToJson(UserProperty property, IEnumerable<KeyValuePair<string, object?>> entries, UserProperty member, object? value)
    {
        try
        {
            return UserValueConverter.ToJson(member, value);
        }
        catch (UserValueException exception) when (property.KeyMembers.Count > 0)
        {
            var key = string.Join('/', property.KeyMembers.Select(name => entries.FirstOrDefault(entry => property.FindMember(entry.Key)?.Name == name).Value));
            throw new UserValueException(property.Name, $"{property.Name} ({key}): {exception.Message}", exception.Problems[0].Remedy);
        }
    }

    private static JsonNode Detach(JsonNode node) => node.Parent is null ? node : node.DeepClone();

    private static object TagValue(UserProperty property, KeyValuePair<string, object?> entry) =>
        UserValueConverter.Plain(entry.Value) is { } value and not DBNull
            ? value
            : throw new UserValueException(property.Name, $"{property.Name}['{entry.Key}'] has no value.", TagValueRemedy(entry.Key));

    /// <summary>What to do about a tag without a value.</summary>
    internal static string TagValueRemedy(string key) =>
        $"Give '' for an empty value; to remove the tag, leave it out, or use -RemoveTag of Set-ConnectUser, or Tags.Remove('{key}') of the user before it is piped.";

    /// <summary>An empty tag value is a value; every other member without one is absent.</summary>
    private static JsonValue? Absent(UserProperty property, UserProperty member, object? value) =>
        property.Kind == UserValueKind.TagSet && member.Name == "Value" && UserValueConverter.Plain(value) is string ? JsonValue.Create("") : null;
}
