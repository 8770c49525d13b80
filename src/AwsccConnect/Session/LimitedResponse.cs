using System.Net;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace AwsccConnect.Session;

/// <summary>An HTTP response whose body ends in an error when it exceeds a size.</summary>
internal sealed class LimitedResponse(IWebResponseData inner, long limit) : IWebResponseData, IHttpResponseBody
{
    /// <inheritdoc/>
    public long ContentLength => inner.ContentLength;

    /// <inheritdoc/>
    public string ContentType => inner.ContentType;

    /// <inheritdoc/>
    public HttpStatusCode StatusCode => inner.StatusCode;

    /// <inheritdoc/>
    public bool IsSuccessStatusCode => inner.IsSuccessStatusCode;

    /// <inheritdoc/>
    public IHttpResponseBody ResponseBody => this;

    /// <inheritdoc/>
    public string[] GetHeaderNames() => inner.GetHeaderNames();

    /// <inheritdoc/>
    public bool IsHeaderPresent(string headerName) => inner.IsHeaderPresent(headerName);

    /// <inheritdoc/>
    public string GetHeaderValue(string headerName) => inner.GetHeaderValue(headerName);

    /// <inheritdoc/>
    public IEventStreamHeader GetEventStreamHeader(string headerName) => inner.GetEventStreamHeader(headerName);

    /// <inheritdoc/>
    public bool IsEventHeaderPresent(string headerName) => inner.IsEventHeaderPresent(headerName);

    /// <inheritdoc/>
    public Stream OpenResponse() => new LimitedStream(inner.ResponseBody.OpenResponse(), limit);

    /// <inheritdoc/>
    public async Task<Stream> OpenResponseAsync() => new LimitedStream(await inner.ResponseBody.OpenResponseAsync().ConfigureAwait(false), limit);

    /// <inheritdoc/>
    public void Dispose() => (inner.ResponseBody as IDisposable)?.Dispose();
}
