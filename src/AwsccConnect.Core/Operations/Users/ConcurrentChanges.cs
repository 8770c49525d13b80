using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>Finds what another client has changed among the properties that an update touches (-IfUnchanged).</summary>
internal static class ConcurrentChanges
{
    /// <summary>
    /// Refuses the plan when its live state differs from the expected one in what it touches. The error is
    /// <see cref="ErrorIds.ConcurrentChange"/>.
    /// </summary>
    public static void ThrowIfAny(UserUpdatePlan plan, JsonObject expected) => ThrowIfAny(plan, expected, plan.Live);

    /// <summary>Throws when a touched property has neither its expected nor its desired value.</summary>
    public static void ThrowIfAny(UserUpdatePlan plan, JsonObject expected, JsonObject live) =>
        ThrowIfAny(plan, "read", path => !AreEqual(path, expected, live) && !AreEqual(path, plan.Desired, live));

    /// <summary>Refuses the plan when its live state differs in what it touches from the exported row of a checksum.</summary>
    public static void ThrowIfAny(UserUpdatePlan plan, string checksum) =>
        ThrowIfAny(plan, "exported", path => !UserChecksum.Has(checksum, UserSchema.At(path), JsonPointer.Get(plan.Live, path)));

    private static void ThrowIfAny(UserUpdatePlan plan, string verb, Func<string, bool> isChanged)
    {
        var changed = plan.Patch.Leaves.Where(isChanged).ToList();
        if (changed.Count > 0)
        {
            throw new ConnectOperationException(
                ErrorIds.ConcurrentChange,
                $"'{plan.Label}' was changed by another client since it was {verb}: {string.Join(", ", changed)}. Nothing was written.");
        }
    }

    private static bool AreEqual(string path, JsonObject a, JsonObject b) =>
        UserStateComparer.AreEqual(path, JsonPointer.Get(a, path), JsonPointer.Get(b, path));
}
