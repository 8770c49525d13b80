using System.Net;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace AwsccConnect.Session;

/// <summary>An HTTP response whose body ends in an error when it exceeds a size.</summary>
internal sealed class LimitedResponse(IWebResponseData inner, long limit) : IWebResponseData, IHttpResponseBody
{
    public long ContentLength => inner.ContentLength;

    public string ContentType => inner.ContentType;

    public HttpStatusCode StatusCode => inner.StatusCode;

    public bool IsSuccessStatusCode => inner.IsSuccessStatusCode;

    public IHttpResponseBody ResponseBody => this;

    public string[] GetHeaderNames() => inner.GetHeaderNames();

    public bool IsHeaderPresent(string headerName) => inner.IsHeaderPresent(headerName);

    public string GetHeaderValue(string headerName) => inner.GetHeaderValue(headerName);

    public IEventStreamHeader GetEventStreamHeader(string headerName) => inner.GetEventStreamHeader(headerName);

    public bool IsEventHeaderPresent(string headerName) => inner.IsEventHeaderPresent(headerName);

    public Stream OpenResponse() => new LimitedStream(inner.ResponseBody.OpenResponse(), limit);

    public async Task<Stream> OpenResponseAsync() => new LimitedStream(await inner.ResponseBody.OpenResponseAsync().ConfigureAwait(false), limit);

    public void Dispose() => (inner.ResponseBody as IDisposable)?.Dispose();
}
