namespace AwsccConnect.Core.Users.Import;

/// <summary>Why a row, or the rest of a file, cannot be read.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="IsFatal">True where nothing after it can be read.</param>
public sealed record RosterRowError(string Message, string Remedy, bool IsFatal = false);
