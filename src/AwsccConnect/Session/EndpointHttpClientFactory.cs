using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;

namespace AwsccConnect.Session;

/// <summary>
/// Makes the HTTP client of an endpoint: the process's proxy (HTTPS_PROXY and the other variables, or the system's) except for loopback
/// addresses, and certificate errors that say which certificate was refused and why.
/// </summary>
internal sealed class EndpointHttpClientFactory : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = clientConfig.AllowAutoRedirect,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            Proxy = new LoopbackBypass(clientConfig.GetWebProxy() ?? HttpClient.DefaultProxy),
        };
        handler.SslOptions.RemoteCertificateValidationCallback = ValidateCertificate;
        if (clientConfig.MaxConnectionsPerServer is { } limit)
        {
            handler.MaxConnectionsPerServer = limit;
        }

        var client = new HttpClient(handler, disposeHandler: true);
        if (clientConfig.Timeout is { } timeout)
        {
            client.Timeout = timeout;
        }

        return client;
    }

    private static bool ValidateCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (certificate is null)
        {
            throw new AuthenticationException("The endpoint has shown no certificate");
        }

        List<string> reasons = [];
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            reasons.Add($"it is not for the host name '{(sender as SslStream)?.TargetHostName}'");
        }

        reasons.AddRange(chain?.ChainStatus.Select(status => status.StatusInformation.Trim().TrimEnd('.')).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal) ?? []);
        throw new AuthenticationException(
            $"The certificate of the endpoint (SSL/TLS) was refused: {string.Join("; ", reasons)}. Subject '{certificate.Subject}', issued by "
            + $"'{certificate.Issuer}', valid from {certificate.GetEffectiveDateString()} to {certificate.GetExpirationDateString()}");
    }

    /// <summary>A proxy for all addresses but loopback ones, which no proxy can reach.</summary>
    private sealed class LoopbackBypass(IWebProxy proxy) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => proxy.Credentials;
            set => proxy.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
    }
}
