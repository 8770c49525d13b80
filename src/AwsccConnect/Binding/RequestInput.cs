namespace AwsccConnect.Binding;

/// <summary>One input of a command on requests, understood: which request is meant. Nothing in it belongs to the pipeline any more.</summary>
/// <param name="Target">The input as the user gave it, copied; the target of errors.</param>
/// <param name="Known">What the input tells of the request: the request token at least.</param>
internal sealed record RequestInput(object Target, ConnectUserRequest Known)
{
    /// <summary>Request token.</summary>
    public string Token => Known.RequestToken!;

    /// <summary>The user it is about, for messages; null when the input does not say.</summary>
    public string? Label => Known.User ?? Known.Identifier;
}
