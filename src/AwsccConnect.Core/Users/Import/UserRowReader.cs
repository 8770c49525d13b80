using System.Collections;
using System.Security;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users.Import;

/// <summary>
/// Reads the cells of a data row as a user. Columns have Pascal or snake case names in any case, and are leaves
/// (<c>FirstName</c>), objects (<c>IdentityInfo</c>, as a dictionary or in the roster syntax), <c>tag:NAME</c> or
/// <c>proficiency:ATTRIBUTE/VALUE</c>. An empty cell changes nothing. Several columns for one property have to agree.
/// </summary>
public sealed class UserRowReader
{
    private const string TagPrefix = "tag:";
    private const string ProficiencyPrefix = "proficiency:";

    private readonly bool _allowPlainTextPassword;
    private readonly bool _nullClears;
    private readonly List<UserProblem> _problems = [];
    private readonly List<string> _unknown = [];
    private readonly Dictionary<string, (string Column, UserProperty Property, JsonNode? Value)> _values = new(StringComparer.Ordinal);
    private readonly UserChanges _elements = new();
    private (string Column, string Value)? _region;
    private string? _password;
    private SecureString? _securePassword;

    private UserRowReader(bool allowPlainTextPassword, bool nullClears)
    {
        _allowPlainTextPassword = allowPlainTextPassword;
        _nullClears = nullClears;
    }

    /// <summary>Reads a row.</summary>
    /// <param name="cells">The columns' names and values.</param>
    /// <param name="allowPlainTextPassword">Whether a Password column may hold plain text.</param>
    /// <param name="source">Where the row is from, for messages.</param>
    /// <param name="nullClears">Whether null (not an empty text) clears a value, as in a hashtable of desired values.</param>
    /// <returns>The row.</returns>
    /// <exception cref="UserRowException">Cells cannot be read or contradict each other; it has every problem of the row.</exception>
    public static UserRow Read(IReadOnlyList<KeyValuePair<string, object?>> cells, bool allowPlainTextPassword, string? source = null, bool nullClears = false)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var reader = new UserRowReader(allowPlainTextPassword, nullClears);
        foreach (var (column, value) in cells)
        {
            reader.ReadCell(column?.Trim() ?? "", UserValueConverter.Plain(value));
        }

        return reader.Finish(source);
    }

    private void ReadCell(string column, object? value)
    {
        var isEmpty = value is null or DBNull || (value is string text && string.IsNullOrWhiteSpace(text)) || (value is ICollection { Count: 0 } && !_nullClears);
        var clears = value is null && _nullClears;
        if (isEmpty && !clears)
        {
            return;
        }

        try
        {
            if (column.StartsWith(TagPrefix, StringComparison.OrdinalIgnoreCase))
            {
                var key = column[TagPrefix.Length..].Trim();
                AddElement(UserSchema.Get("Tags"), key, value, new() { ["Key"] = key, ["Value"] = value });
            }
            else if (column.StartsWith(ProficiencyPrefix, StringComparison.OrdinalIgnoreCase))
            {
                var key = column[ProficiencyPrefix.Length..].Trim();
                AddElement(UserSchema.Get("UserProficiencies"), key, value, new() { [key] = value });
            }
            else if (column.Equals("Region", StringComparison.OrdinalIgnoreCase))
            {
                ReadRegion(column, value);
            }
            else if (!UserSchema.TryFind(column, out var property))
            {
                _unknown.Add(column);
            }
            else if (property.IsWriteOnly)
            {
                ReadPassword(column, value);
            }
            else if (property.Kind == UserValueKind.Object)
            {
                ReadObject(column, property, value);
            }
            else
            {
                Put(column, property, UserValueConverter.ToJson(property, value));
            }
        }
        catch (UserValueException e)
        {
            _problems.Add(e.ToProblem() with { PropertyName = column });
        }
    }

    private void ReadRegion(string column, object? value)
    {
        var region = value as string ?? value?.ToString();
        if (!string.IsNullOrWhiteSpace(region))
        {
            region = region.Trim();
            if (_region is { } earlier && !earlier.Value.Equals(region, StringComparison.OrdinalIgnoreCase))
            {
                Conflict(earlier.Column, earlier.Value, column, region);
            }

            _region ??= (column, region);
        }
    }

    private void ReadPassword(string column, object? value)
    {
        if (value is SecureString secure)
        {
            _securePassword = secure;
        }
        else if (value is not string text)
        {
            _problems.Add(new(UserErrorIds.InvalidValue, column, "The password is neither a SecureString nor a text.", "Give a SecureString."));
        }
        else if (text == typeof(SecureString).FullName)
        {
            _problems.Add(new(UserErrorIds.InvalidValue, column, $"The column {column} holds the name of a type, not a password: an export cannot write a SecureString.", "Remove the column, and give the password with -Password or -GeneratePassword."));
        }
        else if (_allowPlainTextPassword)
        {
            _password = text;
        }
        else
        {
            _problems.Add(new(UserErrorIds.PlainTextPassword, column, $"The column {column} holds a password in plain text.", "Remove the column and use -GeneratePassword or -Password; or say -AllowPlainTextPassword."));
        }
    }

    private void ReadObject(string column, UserProperty property, object? value)
    {
        if (UserValueConverter.ToJson(property, value) is not JsonObject members)
        {
            foreach (var leaf in property.Members.Where(_ => value is null))
            {
                Put(column, leaf, null);
            }

            return;
        }

        foreach (var (name, member) in members)
        {
            if (!JsonText.IsNothing(member) || _nullClears)
            {
                Put(column, UserSchema.At($"{property.Pointer}/{JsonPointer.Escape(name)}"), member?.DeepClone());
            }
        }
    }

    private void AddElement(UserProperty set, string key, object? value, Dictionary<string, object?> element)
    {
        if (value is null)
        {
            _elements.Remove(set, [key]);
        }
        else
        {
            _elements.Upsert(set, ((JsonArray)UserValueConverter.ToJson(set, element)!).Select(node => node!));
        }
    }

    private void Put(string column, UserProperty property, JsonNode? value)
    {
        if (!_values.TryGetValue(property.Pointer, out var earlier))
        {
            _values[property.Pointer] = (column, property, value);
        }
        else if (!UserStateComparer.AreEqual(property, earlier.Value, value))
        {
            Conflict(earlier.Column, Show(property, earlier.Value), column, Show(property, value));
        }
    }

    private static string Show(UserProperty property, JsonNode? value) => RosterSyntax.Format(property, value);

    private void Conflict(string column, string value, string otherColumn, string otherValue) => _problems.Add(new(
        UserErrorIds.ConflictingColumns,
        otherColumn,
        $"The columns {column} ('{value}') and {otherColumn} ('{otherValue}') mean the same property and disagree.",
        "Remove one of the columns, or make them agree."));

    /// <summary>
    /// A flat setting that repeats what the row's per-channel array has for VOICE is dropped: an exported user has both, since
    /// the flat properties read through to the array.
    /// </summary>
    private void DropRepeatedSettings()
    {
        foreach (var (flat, set) in UserValidator.ConflictingSettings)
        {
            if (!_values.TryGetValue(flat.Pointer, out var given) || !_values.TryGetValue(set.Pointer, out var array)
                || PerChannelSettings.VoiceValue(flat, array.Value as JsonArray) is not { } voice)
            {
                continue;
            }

            if (UserStateComparer.AreEqual(flat, given.Value, voice))
            {
                _values.Remove(flat.Pointer);
            }
            else
            {
                Conflict(array.Column, Show(set, array.Value), given.Column, Show(flat, given.Value));
            }
        }
    }

    private UserRow Finish(string? source)
    {
        DropRepeatedSettings();
        var identifier = Take("UserArn");
        var username = Take("Username");
        var instance = Take("InstanceArn");
        var region = CheckInstanceAndRegion(identifier, instance);
        if (_problems.Count > 0)
        {
            throw new UserRowException(_problems, source);
        }

        var changes = new UserChanges();
        foreach (var (_, property, value) in _values.Values)
        {
            changes.Set(property, value);
        }

        return new UserRow
        {
            Identifier = identifier,
            Username = username,
            InstanceArn = instance,
            Region = region,
            Changes = changes.Overlay(_elements),
            Password = _password,
            SecurePassword = _securePassword,
            UnknownColumns = _unknown,
            Source = source,
        };
    }

    private string? Take(string name)
    {
        var pointer = UserSchema.Get(name).Pointer;
        var text = _values.TryGetValue(pointer, out var entry) ? JsonText.StringOf(entry.Value)?.Trim() : null;
        _values.Remove(pointer);
        return text;
    }

    private string? CheckInstanceAndRegion(string? identifier, string? instance)
    {
        var user = ArnOf("UserArn", identifier, ConnectResourceKind.User);
        var location = instance?.StartsWith("arn:", StringComparison.Ordinal) == true ? ArnOf("InstanceArn", instance, ConnectResourceKind.Instance) : null;
        foreach (var arn in new[] { user, location })
        {
            if (arn is not null && _region is { } region && !region.Value.Equals(arn.Region, StringComparison.OrdinalIgnoreCase))
            {
                _problems.Add(new(
                    UserErrorIds.RegionMismatch, region.Column, $"The row's Region is {region.Value}, but '{arn}' is in {arn.Region}.", "Correct one of them, or leave the Region out."));
            }
        }

        if (user is not null && location is not null && user.InstanceArn != location.InstanceArn)
        {
            _problems.Add(new(
                UserErrorIds.InstanceMismatch, "InstanceArn", $"The user '{user}' does not belong to the instance '{location}'.", "Correct one of them, or leave InstanceArn out."));
        }

        return _region?.Value ?? user?.Region ?? location?.Region;
    }

    private ConnectArn? ArnOf(string name, string? text, ConnectResourceKind kind)
    {
        if (text is null)
        {
            return null;
        }

        var problems = new List<UserProblem>();
        UserValueRules.Check(problems, UserSchema.Get(name), JsonValue.Create(text), isDelta: false);
        _problems.AddRange(problems);
        return problems.Count == 0 && ConnectArn.TryParse(text, out var arn) && arn.ResourceKind == kind ? arn : null;
    }
}
