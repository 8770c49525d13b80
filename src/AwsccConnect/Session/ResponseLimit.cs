using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsccConnect.Session;

/// <summary>
/// Limits the size of responses that the client holds in memory. Cloud Control's largest responses, pages of a hundred resources, stay far
/// below <see cref="LargestBody"/>.
/// </summary>
internal sealed class ResponseLimit : PipelineHandler
{
    /// <summary>The most bytes of a body: 16 MiB.</summary>
    public const long LargestBody = 16L << 20;

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        try
        {
            var result = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            if (executionContext.ResponseContext.HttpResponse is { } response && MayBeTooLarge(response))
            {
                executionContext.ResponseContext.HttpResponse = new LimitedResponse(response, LargestBody);
            }

            return result;
        }
        catch (HttpErrorResponseException exception) when (exception.Response is { } response and not LimitedResponse && MayBeTooLarge(response))
        {
            throw new HttpErrorResponseException(exception.Message, exception.InnerException, new LimitedResponse(response, LargestBody));
        }
    }

    /// <summary>A body has no more bytes than its Content-Length, which is 0 here when the response has none.</summary>
    private static bool MayBeTooLarge(IWebResponseData response) => response.ContentLength is <= 0 or > LargestBody;
}
