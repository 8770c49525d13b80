namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Something wrong with a user of a document.</summary>
internal sealed record CellProblem(FileLocation Location, string ErrorId, string Message, string Remedy);
