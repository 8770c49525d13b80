namespace AwsccConnect.Core.Users;

/// <summary>A value that a property cannot hold, or a data row that cannot be read as a user, with everything that is wrong with it.</summary>
public sealed class UserValueException : Exception
{
    /// <summary>Makes the exception for one value.</summary>
    internal UserValueException(string propertyName, string message, string? remedy = null)
        : base(message) => Problems = [new(ErrorIds.InvalidValue, propertyName, message, remedy)];

    /// <summary>Makes the exception for a row with at least one problem.</summary>
    internal UserValueException(IReadOnlyList<UserProblem> problems, string? source = null)
        : base((source is null ? "" : source + ": ") + string.Join(" ", problems.Select(problem => problem.Message)))
    {
        Problems = problems;
        RowSource = source;
        IsRow = true;
    }

    /// <summary>Whether the exception is about a row.</summary>
    internal bool IsRow { get; }

    /// <summary>The names of columns of the row that are not known.</summary>
    internal IReadOnlyList<string> UnknownColumns { get; init; } = [];

    /// <summary>The problems.</summary>
    internal IReadOnlyList<UserProblem> Problems { get; }

    /// <summary>Where the row is from, such as <c>agents.csv:12</c>.</summary>
    internal string? RowSource { get; }
}
