using System.Text.Json.Nodes;
using AwsccConnect.Core.NameResolution;

namespace AwsccConnect.Core.Users.Import;

/// <summary>
/// The values of a row by property. Several columns for one property have to agree; in an exported row, which has a checksum, a column
/// that is as it was exported gives way to one that was edited.
/// </summary>
internal sealed class RowValues
{
    private readonly Dictionary<string, List<Cell>> _cells = new(StringComparer.Ordinal);
    private readonly List<(string Key, Cell Cell)> _elements = [];

    public List<UserProblem> Problems { get; } = [];

    /// <summary>The checksum of the exported row; null where the row has none.</summary>
    public string? Checksum { get; set; }

    /// <summary>The names of profiles and groups by their ARNs, where an exported row has both.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public void Put(string column, UserProperty property, JsonNode? value)
    {
        if (!_cells.TryGetValue(property.Pointer, out var cells))
        {
            _cells[property.Pointer] = cells = [];
        }

        if (cells.Exists(cell => UserStateComparer.AreEqual(property, cell.Value, value)))
        {
            return;
        }

        // An ARN and its id agree; the ARN needs no search.
        var same = cells.FindIndex(cell => AreArnsAndIds(property, cell.Value, value) || AreArnsAndIds(property, value, cell.Value));
        if (same < 0)
        {
            cells.Add(new Cell(column, property, value));
        }
        else if (AreArnsAndIds(property, value, cells[same].Value))
        {
            cells[same] = new Cell(column, property, value);
        }
    }

    /// <summary>Adds an element of a set that has a column of its own, by its key; null where it is removed.</summary>
    public void PutElement(string column, UserProperty set, string key, JsonNode? element) => _elements.Add((key, new Cell(column, set, element)));

    /// <summary>The column that a property's value came from; null where the row has none.</summary>
    public string? ColumnOf(UserProperty property) => _cells.TryGetValue(property.Pointer, out var cells) ? cells[0].Column : null;

    /// <summary>Adds the problem of two columns that disagree.</summary>
    public void Conflict(string column, string value, string otherColumn, string otherValue) => Problems.Add(new(
        ErrorIds.ConflictingColumns,
        otherColumn,
        $"The columns {column} ('{value}') and {otherColumn} ('{otherValue}') mean the same property and disagree."));

    public Dictionary<string, (UserProperty Property, JsonNode? Value)> Resolve()
    {
        var chosen = _cells.ToDictionary(pair => pair.Key, pair => Choose(pair.Value), StringComparer.Ordinal);
        foreach (var (flat, set) in UserValidator.ConflictingSettings)
        {
            if (chosen.TryGetValue(flat.Pointer, out var given) && chosen.TryGetValue(set.Pointer, out var array)
                && PerChannelSettings.VoiceValue(flat, array.Value as JsonArray) is { } voice)
            {
                chosen[set.Pointer] = array with { Value = ChooseArray(given, array, voice, set) };
                chosen.Remove(flat.Pointer);
            }
        }

        CheckElements(chosen.Values);
        return chosen.ToDictionary(pair => pair.Key, pair => (pair.Value.Property, pair.Value.Value), StringComparer.Ordinal);
    }

    private static bool AreArnsAndIds(UserProperty property, JsonNode? arns, JsonNode? ids)
    {
        if (property.ArnKind is null || Texts(arns) is not { Count: > 0 } left || Texts(ids) is not { Count: > 0 } right)
        {
            return false;
        }

        var parsed = left.ConvertAll(text => ConnectArn.TryParse(text, out var arn) ? arn.ResourceId : null);
        return parsed.TrueForAll(id => id is not null) && new HashSet<string?>(parsed, StringComparer.OrdinalIgnoreCase).SetEquals(right);
    }

    private static List<string> Texts(JsonNode? value) =>
        [.. (value as JsonArray ?? [value?.DeepClone()]).Select(item => JsonText.StringOf(item)?.Trim()).OfType<string>()];

    /// <summary>Compares elements with columns of their own with each other and with the columns of whole sets that were edited.</summary>
    private void CheckElements(IEnumerable<Cell> whole)
    {
        var all = whole
            .Where(cell => cell.Property.IsSet && cell.Value is JsonArray && !(Checksum is not null && UserChecksum.Has(Checksum, cell.Property, cell.Value)))
            .SelectMany(cell => ((JsonArray)cell.Value!).Select(element => (Key: UserSetKeys.Of(cell.Property, element), Cell: cell with { Value = element })))
            .Concat(_elements);
        foreach (var same in all.GroupBy(element => (element.Cell.Property.Pointer, element.Key), element => element.Cell))
        {
            var first = same.First();
            foreach (var other in same.Where(other => !UserStateComparer.AreEqual(UserProperty.Unknown("/element"), first.Value, other.Value)))
            {
                Conflict(first.Column, Show(first), other.Column, Show(other));
            }
        }
    }

    private static string Show(Cell cell) => RosterSyntax.Format(cell.Property, cell.Value);

    private Cell Choose(List<Cell> cells)
    {
        if (cells.Count == 1)
        {
            return cells[0];
        }

        var edited = Checksum is null ? cells : cells.FindAll(cell => !UserChecksum.Has(Checksum, cell.Property, cell.Value));
        if (edited.Count == 1)
        {
            return edited[0];
        }

        if (edited.Count == 0 && cells.Find(cell => Texts(cell.Value).TrueForAll(UserNames.IsArn)) is { } arns)
        {
            // The names are what the ARNs were called when the row was exported, which may have changed.
            var names = cells.Find(cell => cell != arns)!;
            foreach (var (arn, name) in Texts(arns.Value).Zip(Texts(names.Value)))
            {
                Names[arn] = name;
            }

            return arns;
        }

        foreach (var other in cells.Skip(1))
        {
            Conflict(cells[0].Column, Show(cells[0]), other.Column, Show(other));
        }

        return cells[0];
    }

    /// <summary>
    /// An exported user has both a flat setting and the array that it reads through to: the flat one repeats the array, or one of them was
    /// edited.
    /// </summary>
    private JsonNode? ChooseArray(Cell given, Cell array, JsonNode voice, UserProperty set)
    {
        var flat = given.Property;
        if (UserStateComparer.AreEqual(flat, given.Value, voice) || (Checksum is not null && UserChecksum.Has(Checksum, flat, given.Value)))
        {
            return array.Value;
        }

        if (Checksum is not null && given.Value is not null && UserChecksum.HasVoice(Checksum, flat, set, voice))
        {
            return PerChannelSettings.WithVoiceValue(flat, (JsonArray)array.Value!, given.Value);
        }

        Conflict(array.Column, Show(array), given.Column, Show(given));
        return array.Value;
    }

    private sealed record Cell(string Column, UserProperty Property, JsonNode? Value);
}
