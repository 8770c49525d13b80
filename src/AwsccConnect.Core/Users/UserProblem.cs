namespace AwsccConnect.Core.Users;

/// <summary>An invalid desired value, found before any call.</summary>
/// <param name="ErrorId">The constant of <see cref="UserErrorIds"/> that the error record carries.</param>
/// <param name="PropertyName">The property or column that it is about, or null.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record UserProblem(string ErrorId, string? PropertyName, string Message, string? Remedy);
