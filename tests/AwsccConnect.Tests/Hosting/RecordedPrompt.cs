namespace AwsccConnect.Tests.Hosting;

/// <summary>One prompt of the host.</summary>
/// <param name="Caption">The heading.</param>
/// <param name="Message">The question.</param>
/// <param name="Choices">The labels offered, with the hot key's ampersand.</param>
/// <param name="DefaultChoice">The index taken on Enter, or -1.</param>
public sealed record RecordedPrompt(string Caption, string Message, IReadOnlyList<string> Choices, int DefaultChoice);
