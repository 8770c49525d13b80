using System.Globalization;
using System.Text.RegularExpressions;
using AwsccConnect.Tests.Faults.Cases;

namespace AwsccConnect.Tests.Faults;

/// <summary>docs/reliability.md, whose tables are what a run of the matrix has given.</summary>
public static class ReliabilityPage
{
    private const string Begin = "<!-- The matrix: written by tests/AwsccConnect.Reliability, not by hand. -->";
    private const string End = "<!-- End of the matrix. -->";

    /// <summary>The page's file.</summary>
    public static string FilePath => Path.Combine(Repository.Root, "docs", "reliability.md");

    /// <summary>The page with its tables replaced by those of a run.</summary>
    /// <exception cref="InvalidDataException">The page has no markers for the tables.</exception>
    public static string With(string page, IReadOnlyList<FaultResult> results)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidDataException($"{FilePath} has lost the lines around its matrix.");
        }

        return page[..(begin + Begin.Length)] + "\n\n" + Tables(results) + page[end..];
    }

    private static string Tables(IReadOnlyList<FaultResult> results)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{FaultMatrix.CountsOf(results)}\n");
        foreach (var group in results.GroupBy(result => result.Case.Group))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {group.Key}\n\n{FaultMatrix.CountsOf([.. group])}\n\n");
            text.Append("| What goes wrong | In | The user sees | Sent again | The request is |\n|---|---|---|---|---|\n");
            foreach (var row in group.GroupBy(result => (result.Case.Fault, Sees: Sees(result), Again: Again(result))))
            {
                var operations = string.Join(", ", row.Select(Where).Distinct());
                text.Append(CultureInfo.InvariantCulture, $"| {row.Key.Fault} | {operations} | {row.Key.Sees} | {row.Key.Again} | {Done([.. row])} |\n");
            }
        }

        return text.Append('\n').ToString();
    }

    /// <summary>What holds for most operations, and those for which something else does.</summary>
    private static string Done(IReadOnlyCollection<FaultResult> row)
    {
        var groups = row.GroupBy(Done).OrderByDescending(group => group.Count()).ToList();
        var others = groups.Skip(1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(Where).Distinct())}");
        return groups.Count == 1 ? groups[0].Key : $"{groups[0].Key} ({string.Join("; ", others)})";
    }

    private static string Where(FaultResult result)
    {
        (var operation, var command) = (result.Case.Operation, result.Case.Command);
        return operation == "*" ? $"every call of {command.Shown}" : command == FaultCommand.Of(operation) ? operation : $"{operation} of {command.Shown}";
    }

    private static string Sees(FaultResult result)
    {
        if (!result.IsSurvived)
        {
            return "**not survived**";
        }

        return result.Error is { } error ? $"`{result.ErrorId}` ({error.CategoryInfo.Category}): {FirstSentence(result.ErrorId, error.ToString())}" : "success";
    }

    private static string Again(FaultResult result)
    {
        var about = result.Case;
        if (about.Command == FaultCommand.CreateMany && !about.Fault.EndsWith("once", StringComparison.Ordinal) && !about.IsPatient)
        {
            return "each request is polled by itself";
        }

        var again = about switch
        {
            { Says: ListCases.Endlessly } or { IsPatient: true, IsLeftOut: false } => 0,
            { Endpoint: not null } => 5,
            { ErrorId: null, IsLeftOut: false } => about.Hits,
            _ => about.Hits - 1,
        };
        var times = again switch
        {
            null => "until the time-out",
            0 => "no",
            1 => "once",
            _ => string.Create(CultureInfo.InvariantCulture, $"{again} times"),
        };
        return about.IsNewRequest ? $"{times}, as a new request" : times;
    }

    /// <summary>A read is done when the user was written.</summary>
    private static string Done(FaultResult result) => result.Case.Command.IsReading
        ? result.Error is null ? "done" : "not done"
        : result.After switch
        {
            Aftermath.Done => "done",
            Aftermath.Half => "half done",
            _ => "not done",
        };

    /// <summary>The first sentence without what differs from run to run, from operation to operation and from one operating system to another.</summary>
    private static string FirstSentence(string? errorId, string message)
    {
        if (errorId == "NetworkFailure" && !message.Contains("did not respond", StringComparison.Ordinal) && !message.Contains("said ", StringComparison.Ordinal))
        {
            return "OPERATION failed for 'USER': what the system says of the connection.";
        }

        (string Pattern, string Replacement)[] differences =
        [
            ("'(agent/[^']*|struck|first|(AWS::Connect::User of )?instance/[^'/]*)'", "'USER'"),
            ("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "TOKEN"),
            ("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} UTC", "TIME"),
            ("(Create|Update|Delete|Get)Resource(RequestStatus)?|CancelResourceRequest|ListResource(s|Requests)|(?<=the )(CREATE|UPDATE|DELETE)(?= )", "OPERATION"),
            ("(?<=\\.) .*", ""),
            ("\\|", "\\|"),
            ("<", "&lt;"),
        ];
        return differences.Aggregate(message, (text, difference) => Regex.Replace(text, difference.Pattern, difference.Replacement, RegexOptions.Singleline));
    }
}
