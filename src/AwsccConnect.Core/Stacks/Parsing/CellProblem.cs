namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Something wrong with a user of a document.</summary>
/// <param name="Place">Where.</param>
/// <param name="ErrorId">The error id.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record CellProblem(FilePlace Place, string ErrorId, string Message, string? Remedy)
{
    /// <summary>Whether the message names the place already.</summary>
    internal bool IsPlaced { get; init; }
}
