namespace AwsccConnect.Binding.Completers;

/// <summary>
/// What makes two look-ups of a completion the same. <c>Credentials</c> identifies the credentials object; instances and users are as given.
/// </summary>
internal sealed record LookupKey(
    Type Completer, string? Endpoint, string? Profile, string? AccessKey, int Credentials, string? Region, string? Role, string Instances, string Users)
{
    public override string ToString() => "LookupKey";
}
