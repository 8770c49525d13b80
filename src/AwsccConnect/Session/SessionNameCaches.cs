using System.Collections.Concurrent;
using AwsccConnect.Core.NameResolution;

namespace AwsccConnect.Session;

/// <summary>
/// What the session knows of names, by whose eyes they were seen: account, endpoint and Region. It serves all commands
/// of the session, those of parallel runspaces too.
/// </summary>
internal static class SessionNameCaches
{
    private static readonly ConcurrentDictionary<(string Account, string? Endpoint, string Region), NameCache> All = new();

    /// <summary>The memory for a connection.</summary>
    /// <param name="credentials">The credentials, which tell the account as well as can be without asking.</param>
    /// <param name="endpoint">Endpoint in place of the Region's own; null for none.</param>
    /// <param name="region">System name of the Region.</param>
    /// <returns>The memory.</returns>
    public static NameCache For(ExplainedCredentials credentials, string? endpoint, string region) =>
        All.GetOrAdd((credentials.Account, endpoint, region), _ => new NameCache(TimeProvider.System));
}
