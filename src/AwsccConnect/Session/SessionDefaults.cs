namespace AwsccConnect.Session;

/// <summary>
/// Endpoint, keys and Region that <c>Start-ConnectSimulator -SetDefault</c> uses instead of the default ones. They hold
/// for the process, so that parallel runspaces and thread jobs of the session see them too.
/// </summary>
/// <param name="EndpointUrl">The simulator's URL.</param>
/// <param name="Region">The simulator's Region.</param>
/// <param name="AccessKey">Throw-away access key.</param>
/// <param name="SecretKey">Throw-away secret key.</param>
internal sealed record SessionDefaults(string EndpointUrl, string Region, string AccessKey, string SecretKey)
{
    private static SessionDefaults? _current;

    /// <summary>The defaults in force; null for AWS itself.</summary>
    public static SessionDefaults? Current => Volatile.Read(ref _current);

    /// <summary>Puts defaults in force.</summary>
    public static void Set(SessionDefaults defaults) => Volatile.Write(ref _current, defaults);

    /// <summary>Takes the defaults of an endpoint out of force, if it is these that are.</summary>
    public static void Clear(string endpointUrl)
    {
        var current = Current;
        if (current?.EndpointUrl == endpointUrl)
        {
            Interlocked.CompareExchange(ref _current, null, current);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{EndpointUrl} ({Region})";
}
