using System.Collections.Concurrent;
using AwsccConnect.Core.Directory;

namespace AwsccConnect.Session;

/// <summary>
/// What the session knows of names, by whose eyes they were seen: endpoint, credentials and Region. It serves all
/// commands of the session, those of parallel runspaces too.
/// </summary>
internal static class SessionNames
{
    private static readonly ConcurrentDictionary<(string? Endpoint, string? Profile, string? Location, string? AccessKey, string Region), NameMemory> All = new();

    /// <summary>The memory for a connection.</summary>
    /// <param name="settings">How AWS is reached.</param>
    /// <param name="region">System name of the Region.</param>
    /// <returns>The memory; a fresh one where a credentials object does not tell whose it is.</returns>
    public static NameMemory For(ConnectionSettings settings, string region)
    {
        if (settings.Credential is not null && settings.AccessKey is null)
        {
            return new NameMemory(TimeProvider.System);
        }

        var defaults = SessionDefaults.Current;
        var isGiven = settings.AccessKey is not null || settings.ProfileName is not null;
        return All.GetOrAdd(
            (
                settings.EndpointUrl ?? defaults?.EndpointUrl,
                settings.ProfileName ?? (isGiven || defaults is not null ? null : Environment.GetEnvironmentVariable("AWS_PROFILE")),
                settings.ProfileLocation,
                settings.AccessKey ?? (isGiven ? null : defaults?.AccessKey ?? Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID")),
                region),
            _ => new NameMemory(TimeProvider.System));
    }
}
