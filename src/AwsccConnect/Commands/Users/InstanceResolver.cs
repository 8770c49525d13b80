using AwsccConnect.Core.Operations;

namespace AwsccConnect.Commands.Users;

/// <summary>Turns ids and aliases of instances into ARNs.</summary>
internal sealed class InstanceResolver
{
    private readonly NameResolvers _names = new();

    /// <summary>The ARN of an instance.</summary>
    /// <param name="context">Context of the Region to look in.</param>
    /// <param name="text">ARN, id or alias.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ARN.</returns>
    /// <exception cref="ConnectOperationException">There is no such instance.</exception>
    public Task<string> ResolveAsync(OperationContext context, string text, CancellationToken cancellationToken) =>
        _names.For(context).ResolveInstanceAsync(text, cancellationToken);
}
