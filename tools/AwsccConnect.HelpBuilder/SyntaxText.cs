using System.Text;

namespace AwsccConnect.HelpBuilder;

/// <summary>The syntax lines of a page, from what the page says of the parameters: they are never written by hand.</summary>
internal static class SyntaxText
{
    private const int Width = 108;

    /// <summary>The syntax of a parameter set, wrapped.</summary>
    public static string Of(HelpPage page, string set)
    {
        var text = new StringBuilder(page.Name);
        var column = page.Name.Length;
        foreach (var part in Parts(page, set))
        {
            if (column + 1 + part.Length > Width)
            {
                text.Append("\n ");
                column = 1;
            }

            text.Append(' ').Append(part);
            column += 1 + part.Length;
        }

        return text.ToString();
    }

    /// <summary>The parameters of a set as the syntax lists them: positional ones first, then in the page's order.</summary>
    public static IEnumerable<(HelpParameter Parameter, HelpParameterBinding Binding)> ParametersOf(HelpPage page, string set) => page.Parameters
        .Select(parameter => (Parameter: parameter, Binding: parameter.In(set)!))
        .Where(item => item.Binding is not null)
        .OrderBy(item => int.TryParse(item.Binding.Position, out var position) ? position : int.MaxValue)
        .ThenByDescending(item => item.Binding.Required);

    /// <summary>Puts the syntax sections of a page in order.</summary>
    public static bool Update(string file)
    {
        var page = HelpPageReader.Read(file);
        var before = File.ReadAllText(file);
        var start = before.IndexOf("## SYNTAX\n", StringComparison.Ordinal);
        var end = before.IndexOf("## DESCRIPTION\n", StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            throw new HelpFormatException(file, 0, "SYNTAX and DESCRIPTION have to be headings in this order.");
        }

        var section = new StringBuilder("## SYNTAX\n\n");
        foreach (var (set, index) in page.ParameterSets.Select((set, index) => (set, index)))
        {
            var isDefault = index == 0 && page.ParameterSets.Count > 1;
            section.Append("### ").Append(set).Append(isDefault ? " (Default)" : string.Empty).Append("\n\n```text\n").Append(Of(page, set)).Append("\n```\n\n");
        }

        var after = string.Concat(before.AsSpan(0, start), section.ToString(), before.AsSpan(end));
        if (after == before)
        {
            return false;
        }

        File.WriteAllText(file, after);
        return true;
    }

    private static IEnumerable<string> Parts(HelpPage page, string set) => ParametersOf(page, set)
        .Select(item => One(item.Parameter.Name, item.Binding))
        .Append("[<CommonParameters>]");

    private static string One(string name, HelpParameterBinding binding)
    {
        var option = binding.Position == "Named" ? $"-{name}" : $"[-{name}]";
        var text = binding.Type == "SwitchParameter" ? option : $"{option} <{binding.Type}>";
        return binding.Required ? text : $"[{text}]";
    }
}
