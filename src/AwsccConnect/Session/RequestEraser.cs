using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsccConnect.Session;

/// <summary>Overwrites the bytes of a request's body after the response: that of a create holds the password.</summary>
internal sealed class RequestEraser : PipelineHandler
{
    /// <inheritdoc/>
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        ArgumentNullException.ThrowIfNull(executionContext);
        try
        {
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        finally
        {
            if (executionContext.RequestContext.Request?.Content is { } body)
            {
                Array.Clear(body);
            }
        }
    }
}
