namespace AwsccConnect.Commands.Users;

/// <summary>
/// Users of other instances whose values new users get. Their profiles and groups are looked up by name for all of them before the first user
/// is created. The instance is that of the new users (ARN, id or alias); null for that of each input.
/// </summary>
internal sealed class CopiedUsers(string? instance, Func<UserInput, ConnectOperations> operationsOf, Func<string, ConnectOperations> operationsIn)
{
    private readonly List<UserInput> _inputs = [];

    /// <summary>The inputs to create users of, in order.</summary>
    public IReadOnlyList<UserInput> Inputs => _inputs;

    /// <summary>Keeps an input that is of another instance or comes after one. False for an input that needs no looking up.</summary>
    public bool TryTake(UserInput input, Action<Func<CancellationToken, Task>> @await)
    {
        if (_inputs.Count == 0 && !IsOfOtherInstance(input, @await))
        {
            return false;
        }

        _inputs.Add(input);
        return true;
    }

    /// <summary>Replaces the profiles and groups of the inputs by those of the same names. Returns the names that have no counterpart.</summary>
    public async Task<IReadOnlyList<(string Name, ConnectOperationException Error)>> MapAsync(UserChanges parameters, CancellationToken cancellationToken)
    {
        var instances = new Dictionary<string, Counterparts>(StringComparer.Ordinal);
        foreach (var input in _inputs)
        {
            var names = operationsOf(input).Names;
            var arn = await names.ResolveInstanceAsync(instance!, cancellationToken).ConfigureAwait(false);
            if (!instances.TryGetValue(arn, out var counterparts))
            {
                instances[arn] = counterparts = new(arn, names, region => operationsIn(region).Names);
            }

            input.Changes = await counterparts.MapAsync(input.Label, input.Changes.Overlay(parameters), input.Names, cancellationToken).ConfigureAwait(false);
        }

        return [.. instances.Values.SelectMany(counterparts => counterparts.Missing)];
    }

    private bool IsOfOtherInstance(UserInput input, Action<Func<CancellationToken, Task>> @await)
    {
        if (instance is null)
        {
            return false;
        }

        string[] others =
        [
            .. UserNames.WithArnsIn(input.Changes).Select(name => name.Text).Append(input.InstanceArn)
                .Select(text => ConnectArn.TryParse(text, out var arn) ? arn : null).OfType<ConnectArn>()
                .Where(arn => arn.InstanceArn != instance && arn.InstanceId != instance).Select(arn => arn.InstanceArn),
        ];
        if (others.Length == 0)
        {
            return false;
        }

        // The instance may be given by its alias.
        var own = instance;
        @await(async token => own = await operationsOf(input).Names.ResolveInstanceAsync(instance, token).ConfigureAwait(false));
        return Array.Exists(others, other => other != own);
    }
}
