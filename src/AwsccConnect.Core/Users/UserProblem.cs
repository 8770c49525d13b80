namespace AwsccConnect.Core.Users;

/// <summary>
/// An invalid desired value, found before any call. It is about a property or column, or about none; without a remedy of its own it has that
/// of its error id.
/// </summary>
internal sealed record UserProblem(string ErrorId, string? PropertyName, string Message, string? Remedy = null)
{
    public string Remedy { get; init; } = Remedy ?? ErrorCatalogue.Find(ErrorId).Remedy;
}
