using System.Collections;
using System.Management.Automation.Language;

namespace AwsccConnect.Packager;

/// <summary>A module manifest (.psd1), read without running anything.</summary>
public sealed class ModuleManifest
{
    private readonly HashtableAst _root;
    private readonly Hashtable _values;

    /// <summary>Parses a manifest.</summary>
    /// <param name="text">Content of the file.</param>
    /// <exception cref="InvalidDataException">It is not a hashtable of constants.</exception>
    public ModuleManifest(string text)
    {
        Text = text;
        var ast = Parser.ParseInput(text, out _, out var errors);
        _root = errors.Length == 0 && ast.Find(node => node is HashtableAst, searchNestedScriptBlocks: false) is HashtableAst root
            ? root
            : throw new InvalidDataException($"The manifest is not a hashtable: {errors.FirstOrDefault()?.Message}");
        _values = (Hashtable)_root.SafeGetValue();
    }

    /// <summary>The manifest as text.</summary>
    public string Text { get; }

    /// <summary>A string value of the top level, null where it is absent.</summary>
    /// <param name="key">Its name, such as <c>Author</c>.</param>
    public string? Value(string key) => _values[key]?.ToString();

    /// <summary>The strings of a list, empty where it is absent.</summary>
    /// <param name="key">Its name, such as <c>CmdletsToExport</c>.</param>
    public IReadOnlyList<string> Values(string key) => Strings(_values[key]);

    /// <summary>A string value of <c>PrivateData.PSData</c>, which the PowerShell Gallery reads.</summary>
    /// <param name="key">Its name, such as <c>LicenseUri</c>.</param>
    public string? GalleryValue(string key) => Gallery?[key]?.ToString();

    /// <summary>The strings of a list of <c>PrivateData.PSData</c>.</summary>
    /// <param name="key">Its name, such as <c>Tags</c>.</param>
    public IReadOnlyList<string> GalleryValues(string key) => Strings(Gallery?[key]);

    /// <summary>The manifest with other values; all else, comments included, stays as it is.</summary>
    /// <param name="values">Name and value (a string, or strings for a list). The names must be there already, at any depth.</param>
    /// <exception cref="InvalidDataException">The manifest has no such name.</exception>
    public ModuleManifest With(IReadOnlyDictionary<string, object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var edits = values.Select(pair => (Find(pair.Key).Extent, Value: Literal(pair.Value)));
        var text = Text;
        foreach (var (extent, value) in edits.OrderByDescending(edit => edit.Extent.StartOffset))
        {
            text = string.Concat(text.AsSpan(0, extent.StartOffset), value, text.AsSpan(extent.EndOffset));
        }

        return new ModuleManifest(text);
    }

    private Hashtable? Gallery => (_values["PrivateData"] as Hashtable)?["PSData"] as Hashtable;

    private StatementAst Find(string key)
    {
        var pairs = _root.FindAll(node => node is HashtableAst, searchNestedScriptBlocks: false)
            .Cast<HashtableAst>()
            .SelectMany(table => table.KeyValuePairs)
            .Where(pair => pair.Item1 is StringConstantExpressionAst name && name.Value.Equals(key, StringComparison.OrdinalIgnoreCase));
        return pairs.FirstOrDefault()?.Item2 ?? throw new InvalidDataException($"The manifest has no '{key}' to fill in.");
    }

    private static string Literal(object value) => value is string single
        ? Quote(single)
        : $"@(\n{string.Join('\n', ((IEnumerable<string>)value).Select(item => "        " + Quote(item)))}\n    )";

    private static string Quote(string value) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";

    private static string[] Strings(object? value) => value switch
    {
        null => [],
        string single => [single],
        IEnumerable many => [.. many.Cast<object>().Select(item => item.ToString()!)],
        _ => [value.ToString()!],
    };
}
