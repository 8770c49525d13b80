using System.Collections.Concurrent;

namespace AwsccConnect.Session;

/// <summary>
/// The session's caches of names, by account, endpoint and Region. They serve all commands
/// of the session, those of parallel runspaces too.
/// </summary>
internal static class SessionNameCaches
{
    private static readonly ConcurrentDictionary<(string Account, string? Endpoint, string Region), NameCache> All = new();

    /// <summary>The cache for a connection.</summary>
    public static NameCache For(ExplainedCredentials credentials, string? endpoint, string region) =>
        All.GetOrAdd((credentials.Account, endpoint, region), _ => new NameCache(TimeProvider.System));
}
