namespace AwsccConnect.Core.Users.Import;

/// <summary>Why a row cannot be read; a fatal one means that nothing after it can be read either.</summary>
internal sealed record RosterRowError(string Message, string Remedy, bool IsFatal = false);
