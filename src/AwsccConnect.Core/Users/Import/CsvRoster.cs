using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Reads CSV rosters as a stream.</summary>
internal static class CsvRoster
{
    private const string EncodingRemedy = "Save the file as CSV UTF-8, or as UTF-16 with a byte order mark.";

    internal static async IAsyncEnumerable<RosterRow> ReadAsync(TextReader reader, string name, Action onBlankRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = new CsvHeader();
        RosterRow? failure = null;
        try
        {
            await head.ReadAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        catch (DecoderFallbackException)
        {
            failure = Bad(name, 1, "The file is not UTF-8 text.", EncodingRemedy, isFatal: true);
        }

        if (failure is null && head.Line is null)
        {
            failure = Bad(name, 1, "The file is empty.", "Give it a header line with column names, such as Username,FirstName,LastName.", isFatal: true);
        }

        if (failure is not null)
        {
            yield return failure;
            yield break;
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
        using var joined = new PrefixedReader(head.Line! + "\n", reader);
        using var csv = CsvReader.Create(joined, options, leaveOpen: true);
        string[]? header = null;
        var width = 0;
        long last = head.LineNumber;
        for (var more = true; more;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RosterRow? fatal = null;
            try
            {
                more = await csv.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DecoderFallbackException)
            {
                fatal = Bad(name, last + 1, "The file is not UTF-8 text from about here on.", EncodingRemedy, isFatal: true);
            }
            catch (CsvFormatException e)
            {
                fatal = Bad(name, last + 1, $"The line cannot be read: {e.Message}", "Correct the line.", isFatal: true);
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
                yield break;
            }

            last = head.LineNumber - 1 + csv.LineNumber;
            var record = new string[csv.FieldCount];
            for (var i = 0; i < record.Length; i++)
            {
                record[i] = csv.GetString(i);
            }

            if (header is null)
            {
                header = Header(record);
                width = record.Length;
                if (CheckHeader(name, last, header) is { } bad)
                {
                    yield return bad;
                    yield break;
                }
            }
            else if (!Array.TrueForAll(record, string.IsNullOrWhiteSpace))
            {
                yield return ToRow(name, last, header, width, record);
            }
            else
            {
                onBlankRow();
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
        return Bad(name, offset + record.LineNumber, message, "Put the whole cell in quotes, and write a quote inside it twice.", isOpen);
    }

    private static RosterRow ToRow(string name, long line, string[] header, int width, string[] record)
    {
        var extra = Array.FindIndex(record, Math.Min(header.Length, record.Length), cell => !string.IsNullOrWhiteSpace(cell));
        if (extra >= 0 && record.Length <= width)
        {
            return Nameless(name, line, extra, isFatal: false);
        }

        if (record.Length < header.Length || extra >= 0)
        {
            var what = record.Length < header.Length ? "too few" : "too many";
            return Bad(
                name,
                line,
                string.Create(CultureInfo.InvariantCulture, $"The row has {what} cells: {record.Length}, where the header has {header.Length}."),
                "Put quotes around cells that contain the delimiter, and write the delimiters of empty cells.",
                column: Math.Min(record.Length, header.Length) + (record.Length < header.Length ? 0 : 1));
        }

        var cells = new KeyValuePair<string, object?>[header.Length];
        for (var i = 0; i < header.Length; i++)
        {
            cells[i] = new(header[i], CsvCell.Unprotect(record[i]));
        }

        return new RosterRow(cells, Location(name, line));
    }

    /// <summary>The names of the columns. A spreadsheet leaves delimiters at the end where a column was emptied.</summary>
    private static string[] Header(string[] record)
    {
        var names = record.Select(ColumnName.Trim).ToArray();
        return names[..(Array.FindLastIndex(names, name => name.Length > 0) + 1)];
    }

    private static RosterRow? CheckHeader(string name, long line, string[] header)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
            {
                return Nameless(name, line, i, isFatal: true);
            }

            if (!seen.Add(header[i]))
            {
                return Bad(name, line, $"The header has the column '{header[i]}' twice.", "Remove or rename one of them.", isFatal: true, column: i + 1);
            }
        }

        return null;
    }

    private static RosterRow Nameless(string name, long line, int index, bool isFatal) =>
        Bad(name, line, string.Create(CultureInfo.InvariantCulture, $"Column {index + 1} of the header has no name."), "Name the column or remove it.", isFatal, index + 1);

    private static RosterRow Bad(string name, long line, string message, string remedy, bool isFatal = false, int? column = null) =>
        new([], Location(name, line, column), new RosterRowError(message, remedy, isFatal));

    private static string Location(string name, long line, int? column = null) =>
        column is { } at ? string.Create(CultureInfo.InvariantCulture, $"{name}:{line}:{at}") : string.Create(CultureInfo.InvariantCulture, $"{name}:{line}");
}
