using System.Collections.Concurrent;
using AwsccConnect.Core.Operations;

namespace AwsccConnect.Session;

/// <summary>
/// What the session has learned about the service. AWS counts calls by account and Region, so what one command has
/// learned of the limits serves the next.
/// </summary>
internal sealed class ServiceMemory
{
    private static readonly ConcurrentDictionary<(string Account, string Region), ServiceMemory> All = new();

    private ServiceMemory()
    {
    }

    /// <summary>The pace that AWS accepts.</summary>
    public AdaptivePacer Pacer { get; } = new(TimeProvider.System);

    /// <summary>How long requests take.</summary>
    public CompletionTimes Completions { get; } = new();

    /// <summary>The memory for an account and Region.</summary>
    /// <param name="settings">How AWS is reached; the account is told by endpoint, profile or key.</param>
    /// <param name="region">System name of the Region.</param>
    /// <returns>The memory.</returns>
    public static ServiceMemory For(ConnectionSettings settings, string region)
    {
        var account = settings.EndpointUrl ?? SessionDefaults.Current?.EndpointUrl ?? settings.ProfileName ?? settings.AccessKey ?? string.Empty;
        return All.GetOrAdd((account, region), _ => new ServiceMemory());
    }
}
