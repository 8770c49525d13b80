using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// What an update would send. The patch is the smallest from the live state to the desired one; empty where there is nothing to do.
/// </summary>
internal sealed record UserUpdatePlan(string UserArn, JsonObject Live, JsonObject Desired, PatchDocument Patch)
{
    /// <summary>The user's name, or the ARN where it has none.</summary>
    public string Label => Live["Username"]?.ToString() ?? UserArn;

    /// <summary>
    /// Refuses the plan where another client has changed what it touches (-IfUnchanged): a property has neither its expected nor its desired
    /// value. The error is <see cref="ErrorIds.ConcurrentChange"/>.
    /// </summary>
    public void ThrowIfChanged(JsonObject expected, JsonObject live) =>
        ThrowIfChanged("read", path => !AreEqual(path, expected, live) && !AreEqual(path, Desired, live));

    /// <summary>Refuses the plan where its live state differs in what it touches from the exported row of a checksum.</summary>
    public void ThrowIfChanged(string checksum) =>
        ThrowIfChanged("exported", path => !UserChecksum.Has(checksum, UserSchema.At(path), JsonPointer.Get(Live, path)));

    private void ThrowIfChanged(string verb, Func<string, bool> isChanged)
    {
        var changed = Patch.Leaves.Where(isChanged).ToList();
        if (changed.Count > 0)
        {
            throw new ConnectOperationException(
                ErrorIds.ConcurrentChange, $"'{Label}' was changed by another client since it was {verb}: {string.Join(", ", changed)}. Nothing was written.");
        }
    }

    private static bool AreEqual(string path, JsonObject one, JsonObject other) =>
        UserStateComparer.AreEqual(path, JsonPointer.Get(one, path), JsonPointer.Get(other, path));
}
