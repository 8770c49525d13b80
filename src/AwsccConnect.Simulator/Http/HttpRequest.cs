namespace AwsccConnect.Simulator.Http;

/// <summary>A request as it came over the wire.</summary>
internal sealed class HttpRequest(string method, string target, Dictionary<string, string> headers)
{
    public string Method { get; } = method;

    /// <summary>The path without the query.</summary>
    public string Path { get; } = target.Split('?', 2)[0];

    public string Query { get; } = target.Split('?', 2) is [_, var query] ? query : string.Empty;

    public byte[] Body { get; set; } = [];

    /// <summary>Whether the body was larger than allowed and has been thrown away.</summary>
    public bool IsTooLarge { get; set; }

    /// <summary>Whether the client has requested that the connection is closed after the response.</summary>
    public bool Closes { get; init; }

    /// <summary>A header by name, any case; several of one name are joined by commas.</summary>
    public string? Header(string name) => headers.GetValueOrDefault(name);
}
