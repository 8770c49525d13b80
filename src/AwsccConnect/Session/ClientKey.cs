namespace AwsccConnect.Session;

/// <summary>What makes two clients the same.</summary>
/// <param name="AccessKey">Access key id.</param>
/// <param name="SecretKey">Secret access key.</param>
/// <param name="SessionToken">Session token.</param>
/// <param name="Region">System name of the Region.</param>
/// <param name="Endpoint">Endpoint instead of the Region's own.</param>
internal sealed record ClientKey(string? AccessKey, string? SecretKey, string? SessionToken, string Region, string? Endpoint)
{
    /// <inheritdoc/>
    public override string ToString() => "ClientKey";
}
