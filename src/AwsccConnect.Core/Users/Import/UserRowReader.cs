using System.Collections;
using System.Security;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users.Import;

/// <summary>
/// Reads the cells of a data row as a user. Columns have the names that <see cref="UserSchema.TryFind"/> finds, and are leaves
/// (<c>FirstName</c>), objects (<c>IdentityInfo</c>, as a dictionary or in the roster syntax), <c>tag:NAME</c> or
/// <c>proficiency:ATTRIBUTE/VALUE</c>. An empty cell requests no change.
/// Several columns for one property have to agree, see <see cref="RowValues"/>.
/// </summary>
internal sealed class UserRowReader(bool allowPlainTextPassword, bool nullClears)
{
    private readonly List<string> _unknown = [];
    private readonly RowValues _values = new();
    private readonly UserChanges _elements = new();
    private (string Column, string Value)? _region;
    private string? _password;
    private SecureString? _securePassword;
    private bool _isBlank;

    /// <summary>
    /// Reads a row. The source is where it is from, for messages; <paramref name="nullClears"/> is whether null (not an empty text) clears a value, as in
    /// a hashtable of desired values.
    /// </summary>
    /// <exception cref="UserValueException">Cells cannot be read or contradict each other; it has every problem of the row.</exception>
    public static UserRow Read(IReadOnlyList<KeyValuePair<string, object?>> cells, bool allowPlainTextPassword, string? source = null, bool nullClears = false)
    {
        var reader = new UserRowReader(allowPlainTextPassword, nullClears) { _isBlank = cells.Count > 0 };
        foreach (var (column, value) in cells)
        {
            reader.ReadCell(ColumnName.Trim(column ?? ""), UserValueConverter.Plain(value));
        }

        return reader.Finish(source);
    }

    private void ReadCell(string column, object? value)
    {
        var isEmpty = value is null or DBNull || (value is string text && string.IsNullOrWhiteSpace(text)) || (value is ICollection { Count: 0 } && !nullClears);
        if (IsOther(column))
        {
            // Import-Csv names a column without a header H1, H2, ...: of a row that ends in delimiters.
            if ((!isEmpty || !IsGenerated(column)) && !_unknown.Contains(column, StringComparer.OrdinalIgnoreCase))
            {
                _unknown.Add(column);
            }

            _isBlank &= isEmpty;
            return;
        }

        var clears = value is null && nullClears;
        if (isEmpty && !clears)
        {
            return;
        }

        _isBlank &= UserColumns.IsIgnored(column);

        try
        {
            if (UserColumns.ElementOf(column) is var (set, key))
            {
                AddElements(column, set, key, value, set.Kind == UserValueKind.TagSet ? new() { ["Key"] = key, ["Value"] = value } : new() { [key] = value });
            }
            else if (UserColumns.IsRegion(column))
            {
                ReadRegion(column, value);
            }
            else if (UserColumns.IsChecksum(column))
            {
                _values.Checksum = value?.ToString();
            }
            else if (!UserSchema.TryFind(column, out var property))
            {
                // Known, and no property.
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
                Put(column, property, value);
            }
        }
        catch (UserValueException e)
        {
            var problem = e.Problems[0];
            var isNamed = ColumnName.AreEqual(column, problem.PropertyName ?? "");
            _values.Problems.Add(problem with { PropertyName = column, Message = isNamed ? problem.Message : $"Column '{column}': {problem.Message}" });
        }
    }

    /// <summary>Whether a column is none that is known. A table of desired values has none of those that are only ignored.</summary>
    private bool IsOther(string column) =>
        UserColumns.ElementOf(column) is null
        && !UserColumns.IsRegion(column)
        && !UserSchema.TryFind(column, out _)
        && !(nullClears ? UserColumns.IsChecksum(column) : UserColumns.IsIgnored(column));

    private static bool IsGenerated(string column) => column.Length == 0 || (column[0] == 'H' && column.Length is > 1 and < 5 && column.Skip(1).All(char.IsAsciiDigit));

    private void Put(string column, UserProperty property, object? value)
    {
        if (property.Name == "UserArn" && value is string text && text.Split(':') is [var instance, var user]
            && ConnectArn.IsBareId(instance) && ConnectArn.IsBareId(user))
        {
            // Terraform's id of a user.
            _values.Put(column, UserSchema.Get("InstanceArn"), JsonValue.Create(instance.Trim()));
            value = user.Trim();
        }

        if (UserValueConverter.ToJson(property, value) is var json && (json is not null || nullClears))
        {
            _values.Put(column, property, json);
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
                _values.Conflict(earlier.Column, earlier.Value, column, region);
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
            _values.Problems.Add(new(ErrorIds.InvalidValue, column, "The password is neither a SecureString nor a text.", "Give a SecureString."));
        }
        else if (text == typeof(SecureString).FullName)
        {
            _values.Problems.Add(new(ErrorIds.InvalidValue, column, $"The column {column} holds the name of a type, not a password: an export cannot write a SecureString.", "Remove the column, and give the password with -Password or -GeneratePassword."));
        }
        else if (allowPlainTextPassword)
        {
            _password = text;
        }
        else
        {
            _values.Problems.Add(new(ErrorIds.PlainTextPassword, column, $"The column {column} holds a password in plain text.", "Remove the column; or add -AllowPlainTextPassword, or -GeneratePassword where the command has it, which makes other passwords."));
        }
    }

    private void ReadObject(string column, UserProperty property, object? value)
    {
        // Terraform writes a block as a list of one.
        var single = value is IList { Count: 1 } list && UserValueConverter.EntriesOf(value) is null ? UserValueConverter.Plain(list[0]) : value;
        if (UserValueConverter.ToJson(property, single) is not JsonObject members)
        {
            foreach (var leaf in property.Members.Where(_ => value is null))
            {
                _values.Put(column, leaf, null);
            }

            return;
        }

        foreach (var (name, member) in members)
        {
            if (!JsonText.IsNothing(member) || nullClears)
            {
                _values.Put(column, UserSchema.At($"{property.Pointer}/{JsonPointer.Escape(name)}"), member?.DeepClone());
            }
        }
    }

    private void AddElements(string column, UserProperty set, string key, object? value, Dictionary<string, object?> elements)
    {
        if (value is null)
        {
            _elements.Remove(set, [key]);
            _values.PutElement(column, set, UserSetKeys.Normalize(set, key), null);
            return;
        }

        var array = (JsonArray)UserValueConverter.ToJson(set, elements)!;
        _elements.Upsert(set, array.Select(node => node!));
        foreach (var element in array)
        {
            _values.PutElement(column, set, UserSetKeys.Of(set, element), element);
        }
    }

    private UserRow Finish(string? source)
    {
        var values = _values.Resolve();
        var identifier = Take(values, "UserArn");
        var username = Take(values, "Username");
        var instance = Take(values, "InstanceArn");
        string? id = null;
        if (ConnectArn.IsBareId(identifier))
        {
            id = identifier;
            identifier = ConnectArn.TryParse(instance, out _) ? ConnectArn.OfUser(instance, id) : null;
        }

        var region = CheckInstanceAndRegion(identifier, instance);
        if (_values.Problems.Count > 0)
        {
            throw new UserValueException(_values.Problems, source) { UnknownColumns = _unknown };
        }

        var changes = ChangesOf(values.Values);
        var edits = _values.Checksum is { } checksum ? ChangesOf(values.Values.Where(cell => !UserChecksum.Has(checksum, cell.Property, cell.Value))) : null;

        return new UserRow
        {
            Identifier = identifier,
            UserId = identifier is null ? id : null,
            Username = username,
            InstanceArn = instance,
            Region = region,
            Changes = ReservedTags.Without(changes.Overlay(_elements), ReservedTags.IsReserved),
            Checksum = _values.Checksum,
            Edits = edits is null ? null : ReservedTags.Without(edits.Overlay(_elements), ReservedTags.IsReserved),
            Names = _values.Names,
            Password = _password,
            SecurePassword = _securePassword,
            UnknownColumns = _unknown,
            IsBlank = _isBlank,
            Source = source,
        };
    }

    private static UserChanges ChangesOf(IEnumerable<(UserProperty Property, JsonNode? Value)> values)
    {
        var changes = new UserChanges();
        foreach (var (property, value) in values)
        {
            changes.Set(property, value);
        }

        return changes;
    }

    private static string? Take(Dictionary<string, (UserProperty Property, JsonNode? Value)> values, string name) =>
        values.Remove(UserSchema.Get(name).Pointer, out var entry) ? JsonText.StringOf(entry.Value)?.Trim() : null;

    private string? CheckInstanceAndRegion(string? identifier, string? instance)
    {
        var user = ArnOf("UserArn", identifier, ConnectResourceKind.User);
        var location = instance?.StartsWith("arn:", StringComparison.Ordinal) == true ? ArnOf("InstanceArn", instance, ConnectResourceKind.Instance) : null;
        foreach (var arn in new[] { user, location })
        {
            if (arn is not null && _region is { } region && !region.Value.Equals(arn.Region, StringComparison.OrdinalIgnoreCase))
            {
                _values.Problems.Add(new(
                    ErrorIds.RegionMismatch, region.Column, $"The row's Region is {region.Value}, but '{arn}' is in {arn.Region}.", "Correct one of them, or leave the Region out."));
            }
        }

        if (user is not null && location is not null && user.InstanceArn != location.InstanceArn)
        {
            _values.Problems.Add(new(
                ErrorIds.InstanceMismatch, "InstanceArn", $"The user '{user}' does not belong to the instance '{location}'."));
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
        var property = UserSchema.Get(name);
        UserValueRules.Check(problems, property, JsonValue.Create(text), isDelta: false);
        _values.Problems.AddRange(problems.Select(problem => _values.ColumnOf(property) is { } column && !ColumnName.AreEqual(column, name)
            ? problem with
            {
                PropertyName = column,
                Message = $"The column {column} means {name}: {problem.Message}",
                Remedy = $"Remove or rename the column {column} where it is something else. {problem.Remedy}",
            }
            : problem));
        return problems.Count == 0 && ConnectArn.TryParse(text, out var arn) && arn.ResourceKind == kind ? arn : null;
    }
}
