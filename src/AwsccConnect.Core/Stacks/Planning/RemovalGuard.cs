namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>
/// Refuses removals that look like an accident: an emptied or damaged file, users that could not be read, or too many at once.
/// A refusal means that no user is removed.
/// </summary>
internal static class RemovalGuard
{
    private const int LeastMaximum = 5;
    private const int MaximumPercent = 10;

    /// <summary>The number of removals that is allowed without a limit of one's own: a tenth of the owned users, rounded down, and at least 5.</summary>
    public static int DefaultMaximum(int ownedUsers) => Math.Max(LeastMaximum, ownedUsers * MaximumPercent / 100);

    /// <summary>Looks for a reason not to remove.</summary>
    public static ConnectOperationException? Check(
        StackDefinition stack, int removals, int ownedUsers, int? maximumRemovals, int uncertainUsers, bool requiresUsers)
    {
        if (stack.Errors.Count > 0)
        {
            return new(
                ErrorIds.IncompleteStack,
                FormattableString.Invariant($"No user was removed: {Count(stack.Errors.Count, "entry", "entries")} of '{stack.Path}' could not be read, so it is uncertain which users are still needed."),
                "Correct the file and run the command again.");
        }

        if (requiresUsers && stack.Users.Count == 0)
        {
            return new(
                ErrorIds.EmptyStack,
                FormattableString.Invariant($"No user was removed: '{stack.Path}' has no users. Every user of the stack '{stack.Owner}' would go."),
                "Check the file. To take the stack down, use Unpublish-ConnectUserStack.");
        }

        if (uncertainUsers > 0)
        {
            return new(
                ErrorIds.IncompleteStack,
                FormattableString.Invariant($"No user was removed: {Count(uncertainUsers, "user", "users")} could not be read, found or created, so it is uncertain which users are still needed."));
        }

        var maximum = maximumRemovals ?? DefaultMaximum(ownedUsers);
        return removals <= maximum
            ? null
            : new(
                ErrorIds.TooManyRemovals,
                FormattableString.Invariant($"No user was removed: {Count(removals, "user", "users")} of the {ownedUsers} of the stack '{stack.Owner}' would go, and at most {maximum} may{(maximumRemovals is null ? " (a tenth, at least 5)" : string.Empty)}."),
                FormattableString.Invariant($"Check the file. If it is right, add -MaximumRemovals {removals}."));
    }

    private static string Count(int count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
}
