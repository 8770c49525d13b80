namespace AwsccConnect.Core.Users;

/// <summary>An invalid desired value, found before any call.</summary>
/// <param name="ErrorId">The constant of <see cref="ErrorIds"/> that the error record carries.</param>
/// <param name="PropertyName">The property or column that it is about, or null.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do; null for the remedy of the id.</param>
public sealed record UserProblem(string ErrorId, string? PropertyName, string Message, string? Remedy = null)
{
    /// <summary>What to do.</summary>
    public string Remedy { get; init; } = Remedy ?? ErrorCatalogue.Find(ErrorId).Remedy;
}
