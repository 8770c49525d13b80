namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Something wrong with a user of a document.</summary>
/// <param name="Location">Where.</param>
/// <param name="ErrorId">The error id.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record CellProblem(FileLocation Location, string ErrorId, string Message, string? Remedy)
{
    /// <summary>Whether the message has the location already.</summary>
    internal bool HasLocation { get; init; }
}
