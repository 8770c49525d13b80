using System.Text;

namespace AwsccConnect.Benchmarks.Reporting;

/// <summary>Rows as a table that reads well on a console and is a Markdown table too.</summary>
internal static class TableText
{
    public static string Of(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> all = [heads, .. rows];
        int[] widths = [.. heads.Select((_, column) => Math.Max(3, all.Max(row => row[column].Length)))];
        StringBuilder text = new();
        for (var i = 0; i < all.Count; i++)
        {
            Append(text, all[i].Select((cell, column) => cell.PadRight(widths[column])));
            if (i == 0)
            {
                Append(text, widths.Select(width => new string('-', width)));
            }
        }

        return text.ToString();
    }

    public static string Of(IEnumerable<ResultRow> rows) => Of(
        ["What", "Bar", "Ideal", "AwsccConnect", "Peer", "Ratio", "Verdict"],
        rows.Select(row => (IReadOnlyList<string>)[row.What, row.Bar, row.Ideal, row.Ours, row.Peer, row.Ratio, row.Verdict]));

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
