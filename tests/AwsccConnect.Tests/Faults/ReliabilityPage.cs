using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AwsccConnect.Tests.Faults.Cases;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Faults;

/// <summary>docs/reliability.md, whose tables are what a run of the matrix has given.</summary>
public static partial class ReliabilityPage
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
        var command = result.Case.Command switch
        {
            FaultCommand.Create or FaultCommand.CreateMany => "New",
            FaultCommand.Change => "Set",
            FaultCommand.Remove => "Remove",
            FaultCommand.Cancel => "Stop-ConnectUserRequest",
            FaultCommand.Await => "Wait-ConnectUserRequest",
            FaultCommand.ReadRequests or FaultCommand.ListRequests => "Get-ConnectUserRequest",
            _ => "Get",
        };
        return result.Case.Operation == "*" || result.Case.Command != FaultCase.CommandOf(result.Case.Operation)
            ? $"{(result.Case.Operation == "*" ? "every call" : result.Case.Operation)} of {command}"
            : result.Case.Operation;
    }

    private static string Sees(FaultResult result)
    {
        if (!result.IsSurvived)
        {
            return "**not survived**";
        }

        return result.Error is { } error ? $"`{result.ErrorId}` ({error.CategoryInfo.Category}): {WithoutSystemText(result, FirstSentence(error.ToString()))}" : "success";
    }

    private static string Again(FaultResult result)
    {
        var expected = result.Case.Expected;
        if (result.Case.Endpoint is not null)
        {
            return "5 times";
        }

        if (result.Case.Command == FaultCommand.CreateMany && !result.Case.Fault.EndsWith("once", StringComparison.Ordinal) && !expected.IsPatient)
        {
            return "each request is polled by itself";
        }

        int? again = expected switch
        {
            { IsLeftOut: true, Hits: { } hits } => hits - 1,
            { IsPatient: true } => 0,
            { ErrorId: null, Hits: { } hits } => hits,
            { IsNewRequest: true, Hits: 1 } => 1,
            { Hits: { } hits } => hits - 1,
            _ => null,
        };
        var times = again switch
        {
            null => result.Error is null ? "for a while" : "until the time-out",
            0 => "no",
            1 => "once",
            { } count => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
        };
        return expected.Says == ListCases.Endlessly ? "no" : expected.IsNewRequest ? $"{times}, as a new request" : times;
    }

    /// <summary>A read is done when the user was written.</summary>
    private static string Done(FaultResult result) => result.Case.IsReading
        ? result.Error is null ? "done" : "not done"
        : result.After switch
        {
            Aftermath.Done => "done",
            Aftermath.Half => "half done",
            _ => "not done",
        };

    /// <summary>Each operating system has its own messages about connections.</summary>
    private static string WithoutSystemText(FaultResult result, string sentence) =>
        result.ErrorId == "NetworkFailure" && result.Case.Group is NetworkCases.Group or RequestCases.Group && !sentence.Contains("did not respond", StringComparison.Ordinal)
            ? "OPERATION failed for 'USER': what the system says of the connection."
            : sentence;

    /// <summary>The first sentence without what differs from run to run and from operation to operation.</summary>
    private static string FirstSentence(string message)
    {
        var text = Users().Replace(message, "'USER'");
        text = Tokens().Replace(text, "TOKEN");
        text = Times().Replace(text, "TIME");
        text = Operations().Replace(text, "OPERATION");
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..(end + 1)]).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
    }

    [GeneratedRegex("'(agent/[^']*|struck|first|(AWS::Connect::User of )?instance/[^'/]*)'")]
    private static partial Regex Users();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Tokens();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} UTC")]
    private static partial Regex Times();

    [GeneratedRegex("(Create|Update|Delete|Get)Resource(RequestStatus)?|CancelResourceRequest|ListResource(s|Requests)|(?<=the )(CREATE|UPDATE|DELETE)(?= )")]
    private static partial Regex Operations();
}
