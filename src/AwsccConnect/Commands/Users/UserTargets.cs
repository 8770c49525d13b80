namespace AwsccConnect.Commands.Users;

/// <summary>Finds the ARN of the user that an input means: its own, or that of the username in the instance.</summary>
internal static class UserTargets
{
    /// <summary>The ARN of the user. Throws where the input does not identify a user, or there is none.</summary>
    public static async Task<string> ResolveAsync(UserInput input, ConnectOperations operations, string? instance, CancellationToken cancellationToken) =>
        await FindAsync(input, operations, instance, cancellationToken).ConfigureAwait(false)
        ?? throw UserFinder.NotFound((instance ?? input.InstanceArn)!, input.Username!, isWhole: true);

    /// <summary>
    /// The ARN of the user, or null where the instance has no user of that name. Throws where the input does not identify a user, there is no
    /// such instance, or the text cannot be a username; wildcards are not expanded here.
    /// </summary>
    public static async Task<string?> FindAsync(UserInput input, ConnectOperations operations, string? instance, CancellationToken cancellationToken)
    {
        if (input.UserArn is { } arn)
        {
            foreach (var named in new[] { instance, input.InstanceArn }.OfType<string>())
            {
                var owner = ConnectArn.Parse(arn).InstanceArn;
                if (!owner.EndsWith($"/{named}", StringComparison.OrdinalIgnoreCase)
                    && !owner.Equals(await operations.Names.ResolveInstanceAsync(named, cancellationToken).ConfigureAwait(false), StringComparison.OrdinalIgnoreCase))
                {
                    throw Mismatch(arn, named);
                }
            }

            return arn;
        }

        if ((input.UserId ?? input.Username) is not { } user || (instance ?? input.InstanceArn) is not { } scope)
        {
            throw new ConnectOperationException(
                ErrorIds.MissingIdentity,
                (input.UserId ?? input.Username) is null
                    ? "The row does not identify a user: it has no UserArn and no Username."
                    : $"The user '{input.UserId ?? input.Username}' is named, but no instance.");
        }

        var instanceArn = await operations.Names.ResolveInstanceAsync(scope, cancellationToken).ConfigureAwait(false);
        if (instance is not null && input.InstanceArn is { } own && own != instance && !instanceArn.EndsWith($"/{own}", StringComparison.OrdinalIgnoreCase)
            && !instanceArn.Equals(await operations.Names.ResolveInstanceAsync(own, cancellationToken).ConfigureAwait(false), StringComparison.OrdinalIgnoreCase))
        {
            throw Mismatch(user, instance, $", but to '{own}'");
        }

        if (input.UserId is not null)
        {
            return ConnectArn.OfUser(instanceArn, input.UserId);
        }

        return await operations.Finder.FindAsync(instanceArn, user, cancellationToken).ConfigureAwait(false)
            ?? (CanBeUsername(user) ? null : throw UserFinder.NotFound(instanceArn, user, isWhole: true));
    }

    /// <summary>Whether a user can have had the name: a text with wildcards, a list in one text or an ARN is a mistake, not a user that is gone.</summary>
    private static bool CanBeUsername(string text)
    {
        var problems = new List<UserProblem>();
        UserValueRules.Check(problems, UserSchema.Get("Username"), JsonValue.Create(text), isDelta: true);
        return problems.Count == 0;
    }

    /// <summary>A command for one instance does not touch the users of another.</summary>
    private static ConnectOperationException Mismatch(string user, string instance, string own = "") =>
        new(ErrorIds.InstanceMismatch, $"The user '{user}' does not belong to the instance '{instance}'{own}.");
}
