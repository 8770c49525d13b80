namespace AwsccConnect.Tests.CloudControl;

/// <summary>What the <see cref="LoopbackServer"/> answers.</summary>
internal sealed record CannedResponse(int Status, string Body)
{
    public const string RequestId = "7f3c9d1e-0000-4000-8000-00000000abcd";

    /// <summary>A response that does not come while the server lives.</summary>
    public static CannedResponse Nothing { get; } = new(200, "{}") { Never = true };

    public bool Never { get; init; }

    public string ContentType { get; init; } = "application/x-amz-json-1.0";

    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string> { ["x-amzn-RequestId"] = RequestId };

    public static CannedResponse Ok(string json) => new(200, json);

    public static CannedResponse Error(int status, string code, string message) =>
        new(status, $$"""{"__type":"com.amazonaws.cloudcontrol#{{code}}","Message":"{{message}}"}""");
}
