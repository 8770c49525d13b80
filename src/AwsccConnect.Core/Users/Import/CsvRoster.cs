using System.Globalization;
using CsvHelper;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Reads CSV rosters.</summary>
internal static class CsvRoster
{
    private const string EncodingRemedy = "Save the file as CSV UTF-8, or as UTF-16 with a byte order mark.";

    internal static IEnumerable<RosterRow> Read(RosterText file, string name, Action? onBlankRow)
    {
        var (text, isWhole) = file.Decode();
        if (!isWhole)
        {
            text = text[..(text.LastIndexOf('\n') + 1)];
        }

        using var start = new StringReader(text);
        if (CsvHeader.Read(start) is not { } head)
        {
            yield return isWhole
                ? RosterRow.Bad(name, 1, "The file is empty.", "Give it a header line with column names, such as Username,FirstName,LastName.", isFatal: true)
                : RosterRow.Bad(name, 1, "The file is not UTF-8 text.", EncodingRemedy, isFatal: true);
            yield break;
        }

        using var reader = new StringReader(text);
        for (var line = 1; line < head.LineNumber; line++)
        {
            reader.ReadLine();
        }

        var malformed = new Queue<CsvMalformedRecord>();
        var options = CsvReaderOptions.Default with
        {
            Separator = head.Delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = malformed.Enqueue,
        };
        using var csv = CsvReader.Create(reader, options);
        string[]? header = null;
        var (width, headerLine) = (0, 0L);
        long last = head.LineNumber;
        for (var more = true; more;)
        {
            RosterRow? fatal = null;
            try
            {
                more = csv.Read();
            }
            catch (CsvFormatException e)
            {
                fatal = RosterRow.Bad(name, last + 1, $"The line cannot be read: {e.Message}", "Correct the line.", isFatal: true);
            }

            while (malformed.TryDequeue(out var bad))
            {
                yield return Malformed(name, head.LineNumber - 1, bad);
            }

            if (fatal is not null)
            {
                yield return fatal;
                yield break;
            }

            if (!more)
            {
                if (!isWhole)
                {
                    yield return RosterRow.Bad(name, last + 1, "The file is not UTF-8 text from about here on.", EncodingRemedy, isFatal: true);
                }

                yield break;
            }

            last = head.LineNumber - 1 + csv.LineNumber;
            string[] record = [.. Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index))];
            if (header is null)
            {
                header = Header(record);
                width = record.Length;
                if (CheckHeader(name, last, header) is { } bad)
                {
                    yield return bad;
                    yield break;
                }

                headerLine = last;
            }
            else if (!Array.TrueForAll(record, string.IsNullOrWhiteSpace))
            {
                yield return ToRow(name, last, headerLine, header, width, record) with { Header = RosterRow.At(name, headerLine) };
            }
            else
            {
                onBlankRow?.Invoke();
            }
        }
    }

    private static RosterRow Malformed(string name, long offset, CsvMalformedRecord record)
    {
        var isOpen = record.Reason == CsvMalformedReason.UnterminatedQuote;
        var message = record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "A quote is opened and never closed, so the rest of the file cannot be read.",
            CsvMalformedReason.StrayQuote => "A quote stands inside a cell that is not quoted.",
            CsvMalformedReason.TextAfterClosingQuote => "Text follows the closing quote of a cell.",
            _ => "The line's quotes cannot be read.",
        };
        return RosterRow.Bad(name, offset + record.LineNumber, message, "Put the whole cell in quotes, and write a quote inside it twice.", isOpen);
    }

    private static RosterRow ToRow(string name, long line, long headerLine, string[] header, int width, string[] record)
    {
        var extra = Array.FindIndex(record, Math.Min(header.Length, record.Length), cell => !string.IsNullOrWhiteSpace(cell));
        if (extra >= 0 && record.Length <= width)
        {
            return Nameless(name, headerLine, extra, string.Create(CultureInfo.InvariantCulture, $", and line {line} has a cell in it"), isFatal: false);
        }

        if (record.Length < header.Length || extra >= 0)
        {
            var what = record.Length < header.Length ? "too few" : "too many";
            return RosterRow.Bad(
                name,
                line,
                string.Create(CultureInfo.InvariantCulture, $"The row has {what} cells: {record.Length}, where the header has {header.Length}."),
                "Put quotes around cells that contain the delimiter, and write the delimiters of empty cells.",
                column: Math.Min(record.Length, header.Length) + (record.Length < header.Length ? 0 : 1));
        }

        return new RosterRow([.. header.Zip(record, (column, cell) => KeyValuePair.Create(column, (object?)CsvCell.Unprotect(cell)))], RosterRow.At(name, line));
    }

    /// <summary>The names of the columns. A spreadsheet leaves delimiters at the end where a column was emptied.</summary>
    private static string[] Header(string[] record)
    {
        var names = record.Select(name => ColumnName.Trim(name).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')).ToArray();
        return names[..(Array.FindLastIndex(names, name => name.Length > 0) + 1)];
    }

    private static RosterRow? CheckHeader(string name, long line, string[] header)
    {
        if (RosterRow.CheckCase(header) is { } error)
        {
            return new RosterRow([], RosterRow.At(name, line), error);
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
            {
                return Nameless(name, line, i, "", isFatal: true);
            }

            if (!seen.Add(header[i]))
            {
                return RosterRow.Bad(name, line, $"The header has the column '{header[i]}' twice.", "Remove or rename one of them.", isFatal: true, column: i + 1);
            }
        }

        return null;
    }

    private static RosterRow Nameless(string name, long line, int index, string where, bool isFatal) =>
        RosterRow.Bad(name, line, string.Create(CultureInfo.InvariantCulture, $"Column {index + 1} of the header has no name{where}."), "Name the column or remove it.", isFatal, index + 1);
}
