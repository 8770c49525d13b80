namespace AwsccConnect.Binding.Completers;

/// <summary>What makes two look-ups of a completion the same.</summary>
/// <param name="Completer">What is looked up.</param>
/// <param name="Endpoint">Endpoint.</param>
/// <param name="Profile">AWS profile.</param>
/// <param name="AccessKey">Access key id.</param>
/// <param name="Credentials">Identifies the credentials object.</param>
/// <param name="Region">Region.</param>
/// <param name="Role">Role of Cloud Control's handlers.</param>
/// <param name="Instances">Instances as given.</param>
/// <param name="Users">Users as given.</param>
internal sealed record LookupKey(
    Type Completer, string? Endpoint, string? Profile, string? AccessKey, int Credentials, string? Region, string? Role, string Instances, string Users)
{
    /// <inheritdoc/>
    public override string ToString() => "LookupKey";
}
