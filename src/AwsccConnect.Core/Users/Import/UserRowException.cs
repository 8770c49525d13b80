namespace AwsccConnect.Core.Users.Import;

/// <summary>A data row that cannot be read as a user, with everything that is wrong with it.</summary>
public sealed class UserRowException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problems">At least one problem.</param>
    /// <param name="source">Where the row is from, or null.</param>
    public UserRowException(IReadOnlyList<UserProblem> problems, string? source = null)
        : base((source is null ? "" : source + ": ") + string.Join(" ", (problems ?? []).Select(problem => problem.Message)))
    {
        Problems = problems ?? [];
        RowSource = source;
    }

    /// <summary>The names of columns that are not known.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];

    /// <summary>The problems.</summary>
    public IReadOnlyList<UserProblem> Problems { get; }

    /// <summary>Where the row is from, such as <c>agents.csv:12</c>.</summary>
    public string? RowSource { get; }

    /// <summary>The error id of the first problem.</summary>
    public string ErrorId => Problems.Count > 0 ? Problems[0].ErrorId : UserErrorIds.InvalidValue;
}
