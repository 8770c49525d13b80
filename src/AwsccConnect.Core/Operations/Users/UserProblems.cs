using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>Converts the problems of values to one exception.</summary>
internal static class UserProblems
{
    /// <summary>Throws when there are problems; the first one's id is the failure's.</summary>
    public static void ThrowIfAny(string? label, IReadOnlyList<UserProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw ToException(label, problems);
        }
    }

    public static ConnectOperationException ToException(string? label, IReadOnlyList<UserProblem> problems, Exception? cause = null)
    {
        var text = string.Join(" ", problems.Select(problem => problem.Message));
        var remedies = problems.Select(problem => problem.Remedy).Where(remedy => remedy is not null).Distinct(StringComparer.Ordinal);
        return new ConnectOperationException(problems[0].ErrorId, label is null ? text : $"{label}: {text}", string.Join(" ", remedies), cause);
    }
}
