using System.Globalization;
using System.Security;
using System.Text;

namespace AwsccConnect.Benchmarks.Reporting;

/// <summary>Draws how much of each bar is used up, as an SVG that is readable on light and dark pages.</summary>
internal static class BarChart
{
    private const int Width = 1010;
    private const int Left = 520;
    private const int RowHeight = 30;
    private const int Top = 64;

    /// <summary>Average width of a character of the labels, rounded up.</summary>
    private const double CharacterWidth = 6.5;

    /// <summary>Share of the drawing's width at which the bar to meet stands.</summary>
    private const double Scale = 300;

    public static string Draw(IEnumerable<ResultRow> rows, string subtitle)
    {
        ResultRow[] drawn = [.. rows.Where(row => row.UsedUp is not null)];
        var height = Top + (drawn.Length * RowHeight) + 16;
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" font-family="sans-serif" font-size="13" role="img">""");
        svg.Append("\n<title>How much of each bar is used up</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{height}" fill="#ffffff"/>""");
        Text(svg, 16, 24, "How much of each bar is used up (shorter is better)", "font-size=\"16\" font-weight=\"bold\"");
        Text(svg, 16, 44, subtitle, "fill=\"#555555\"");
        for (var i = 0; i < drawn.Length; i++)
        {
            DrawRow(svg, drawn[i], Top + (i * RowHeight));
        }

        var bar = Left + Scale;
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{bar}" x2="{bar}" y1="{Top - 12}" y2="{height - 10}" stroke="#222222" stroke-dasharray="4 3"/>""");
        Text(svg, bar, Top - 16, "the bar", "text-anchor=\"middle\"");
        return svg.Append("\n</svg>\n").ToString();
    }

    private static void DrawRow(StringBuilder svg, ResultRow row, int y)
    {
        const double most = 1.35;
        var length = Scale * Math.Min(row.UsedUp!.Value, most);
        var colour = row.Verdict == "met" ? "#2a7f62" : "#c0392b";
        Text(svg, Left - 10, y + 17, row.What, "text-anchor=\"end\"");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{Left}" y="{y + 3}" width="{Math.Max(1, length):0.#}" height="{RowHeight - 10}" fill="{colour}"/>""");
        var value = row.Ratio.Contains(" x ", StringComparison.Ordinal) ? row.Ratio.Split(';')[0] : row.Ours;
        var inside = length > Math.Max(Scale * 0.5, (value.Length * CharacterWidth) + 12);
        Text(svg, inside ? Left + length - 6 : Left + length + 6, y + 17, value, inside ? "text-anchor=\"end\" fill=\"#ffffff\"" : "");
    }

    private static void Text(StringBuilder svg, double x, double y, string text, string attributes) =>
        svg.Append(CultureInfo.InvariantCulture, $"\n<text x=\"{x:0.#}\" y=\"{y:0.#}\" {attributes}>{SecurityElement.Escape(text)}</text>\n");
}
