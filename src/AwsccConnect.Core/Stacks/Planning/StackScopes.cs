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
    private readonly Dictionary<(string? Region, string Instance), StackScope> _scopes = [];
    private readonly Dictionary<(string? Region, string Instance), ConnectOperationException> _failures = [];

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
    public async Task<StackScope> FindAsync(string instance, string? rowRegion, CancellationToken cancellationToken)
    {
        var key = (region ?? rowRegion, instance);
        if (_scopes.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_failures.TryGetValue(key, out var failure))
        {
            throw new ConnectOperationException(failure.ErrorId, failure.Message, failure.Remedy, failure);
        }

        try
        {
            var operations = operationsFor(UserNames.IsArn(instance) ? ArnRegion.Of(instance, key.Item1) : key.Item1 ?? stack.Region);
            var scope = new StackScope(operations, await operations.Names.ResolveInstanceAsync(instance, cancellationToken).ConfigureAwait(false));
            return _scopes[key] = _scopes.Values.FirstOrDefault(other => other == scope) ?? scope;
        }
        catch (ConnectOperationException exception) when (!exception.EndsCommand)
        {
            _failures[key] = exception;
            throw;
        }
    }
}
