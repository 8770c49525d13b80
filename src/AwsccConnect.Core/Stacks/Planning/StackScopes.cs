using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>
/// Finds the instances that a stack is about. The Region is that of the ARN, else the one given to the command, else that of the
/// row, else that of the file, else the session's.
/// </summary>
internal sealed class StackScopes(StackDefinition stack, string? region, Func<string?, ConnectOperations> operationsFor)
{
    private readonly Dictionary<(string? Region, string Instance), Task<StackScope>> _scopes = [];

    /// <summary>The instance of a desired user.</summary>
    /// <exception cref="ConnectOperationException">
    /// The row names no instance (<see cref="ErrorIds.MissingIdentity"/>), one that does not exist, or one that contradicts its ARN or Region.
    /// </exception>
    public async Task<StackScope> FindAsync(UserRow row, CancellationToken cancellationToken)
    {
        if (row.Identifier is not { } arn)
        {
            return row.InstanceArn is { } instance
                ? await FindAsync(instance, row.Region, cancellationToken).ConfigureAwait(false)
                : throw new ConnectOperationException(
                    ErrorIds.MissingIdentity, $"{row}: no instance is named.", "Give InstanceArn in the file, or -InstanceArn.");
        }

        var operations = operationsFor(ArnRegion.OfUser(arn, region ?? row.Region));
        var own = ConnectArn.Parse(arn).InstanceArn;
        if (row.InstanceArn is { } named && !own.Equals((await FindAsync(named, operations.Region, cancellationToken).ConfigureAwait(false)).InstanceArn, StringComparison.Ordinal))
        {
            UserProblems.ThrowIfAny(row.ToString(), [UserValidator.NotUpdatable(UserSchema.Get("InstanceArn"))]);
        }

        return new StackScope(operations, own);
    }

    /// <summary>An instance by ARN, id or alias. Each is looked for once.</summary>
    /// <exception cref="ConnectOperationException">There is none, or the Region contradicts the ARN.</exception>
    public Task<StackScope> FindAsync(string instance, string? rowRegion, CancellationToken cancellationToken)
    {
        var key = (region ?? rowRegion, instance);
        if (!_scopes.TryGetValue(key, out var scope))
        {
            _scopes[key] = scope = ResolveAsync(instance, region ?? rowRegion, cancellationToken);
        }

        return scope;
    }

    private async Task<StackScope> ResolveAsync(string instance, string? given, CancellationToken cancellationToken)
    {
        var operations = operationsFor(UserNames.IsArn(instance) ? ArnRegion.Of(instance, given) : given ?? stack.Region);
        return new StackScope(operations, await operations.Names.ResolveInstanceAsync(instance, cancellationToken).ConfigureAwait(false));
    }
}
