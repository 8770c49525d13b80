using AwsccConnect.Core.Operations;

namespace AwsccConnect.Commands.Users;

/// <summary>Resolves ids and aliases of instances to ARNs.</summary>
internal sealed class InstanceResolver
{
    private readonly NameResolvers _names = new();

    /// <summary>The ARN of an instance.</summary>
    /// <exception cref="ConnectOperationException">There is no such instance.</exception>
    public Task<string> ResolveAsync(OperationContext context, string text, CancellationToken cancellationToken) =>
        _names.For(context).ResolveInstanceAsync(text, cancellationToken);
}
