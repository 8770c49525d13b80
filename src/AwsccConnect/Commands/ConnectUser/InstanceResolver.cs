using System.Collections.Concurrent;
using AwsccConnect.Core.Directory;
using AwsccConnect.Core.Operations;

namespace AwsccConnect.Commands;

/// <summary>Turns ids and aliases of instances into ARNs, each once in a command.</summary>
internal sealed class InstanceResolver
{
    private readonly ConcurrentDictionary<(string Region, string Text), Lazy<Task<string>>> _found = new();

    /// <summary>The ARN of an instance.</summary>
    /// <param name="context">Context of the Region to look in.</param>
    /// <param name="text">ARN, id or alias.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ARN.</returns>
    /// <exception cref="ConnectOperationException">There is no such instance.</exception>
    public Task<string> ResolveAsync(OperationContext context, string text, CancellationToken cancellationToken) =>
        text.StartsWith("arn:", StringComparison.Ordinal)
            ? Task.FromResult(text)
            : _found.GetOrAdd(
                (context.Region, text),
                key => new Lazy<Task<string>>(() => new ConnectDirectory(context).ResolveInstanceAsync(key.Text, context.Stop.Stopping)))
                .Value.WaitAsync(cancellationToken);
}
