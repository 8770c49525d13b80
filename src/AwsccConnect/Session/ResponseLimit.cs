using Amazon.Runtime;
using Amazon.Runtime.Internal;

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
        ArgumentNullException.ThrowIfNull(executionContext);
        try
        {
            var result = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            if (executionContext.ResponseContext.HttpResponse is { } response)
            {
                executionContext.ResponseContext.HttpResponse = new LimitedResponse(response, LargestBody);
            }

            return result;
        }
        catch (HttpErrorResponseException exception) when (exception.Response is not (null or LimitedResponse))
        {
            throw new HttpErrorResponseException(exception.Message, exception.InnerException, new LimitedResponse(exception.Response, LargestBody));
        }
    }
}
