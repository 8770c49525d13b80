using System.Management.Automation;

namespace AwsccConnect.Tests.Faults;

/// <summary>How a case has to end.</summary>
/// <param name="ErrorId">The error's id without the command's name; null for success.</param>
/// <param name="Category">The error's category.</param>
/// <param name="After">What has become of the struck user.</param>
public sealed record FaultExpectation(string? ErrorId, ErrorCategory Category, Aftermath After)
{
    /// <summary>How many calls the fault has hit; null where it is tried again until the time-out, which takes two at least.</summary>
    public int? Hits { get; init; } = 1;

    /// <summary>Whether what is sent again is a new request, with a client token of its own.</summary>
    public bool IsNewRequest { get; init; }

    /// <summary>What the message has to say besides.</summary>
    public string? Says { get; init; }

    /// <summary>Whether the response is taken as it is, so that nothing is sent again.</summary>
    public bool IsPatient { get; init; }

    /// <summary>Whether the struck user is left out without an error.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Objects in the output; null to derive it from the success of the affected user.</summary>
    public int? Output { get; init; }

    /// <summary>Whether the error ends the command, so that the other users are not begun.</summary>
    public bool EndsCommand { get; init; }

    /// <summary>Whether the other users meet the same fault.</summary>
    public bool IsForEveryone { get; init; }

    /// <summary>Success, after so many calls that were hit.</summary>
    public static FaultExpectation Success(int hits = 1) => new(null, ErrorCategory.NotSpecified, Aftermath.Done) { Hits = hits };

    /// <summary>An error after which nothing was done to the user.</summary>
    public static FaultExpectation Error(string id, ErrorCategory category, Aftermath after = Aftermath.Untouched) => new(id, category, after);
}
