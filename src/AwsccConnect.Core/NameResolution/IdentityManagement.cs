using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// How instances manage identities, which decides what a user needs. An instance that nothing has read yet is read once; where
/// that fails, as without the permission, the rules are left to the service.
/// </summary>
internal sealed class IdentityManagement(NameCache cache, ConnectResources directory, CommandRun run)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> _reads = new(StringComparer.Ordinal);

    /// <summary>Checks a new user against the rules of its instance. Throws where AWS would refuse the user.</summary>
    public async Task CheckNewAsync(string label, JsonObject model, bool hasPassword, CancellationToken cancellationToken)
    {
        if (JsonText.StringOf(model["InstanceArn"]) is not { } instance)
        {
            return;
        }

        var type = await TypeOfAsync(instance, cancellationToken).ConfigureAwait(false);
        UserProblems.ThrowIfAny(label, IdentityRules.CheckNew(type, model, hasPassword));
    }

    /// <summary>How an instance manages identities, such as <c>SAML</c>; null where it cannot be read.</summary>
    public async Task<string?> TypeOfAsync(string instance, CancellationToken cancellationToken) => cache.IdentityManagementOf(instance)
        ?? await _reads.GetOrAdd(instance, arn => new(() => Task.Run(() => ReadAsync(arn), CancellationToken.None))).Value
            .WaitAsync(cancellationToken).ConfigureAwait(false);

    private async Task<string?> ReadAsync(string instance)
    {
        try
        {
            return (await directory.ReadAsync(LookupTypes.Instance, instance, run.Stop.Stopping).ConfigureAwait(false)).IdentityManagementType;
        }
        catch (ConnectOperationException exception) when (!exception.EndsCommand)
        {
            run.Observer.Note($"What users of the instance need is left to AWS to check, because the instance cannot be read: {exception.ErrorId}.");
            return null;
        }
    }
}
