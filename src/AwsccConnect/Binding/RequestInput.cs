using System.Net;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Binding;

/// <summary>
/// One input of a command on requests, parsed: the request that it identifies. Nothing in it belongs to the pipeline any more. The target is a
/// copy of the input as the user gave it; what is known of the request is the request token at least.
/// </summary>
internal sealed record RequestInput(object Target, ConnectUserRequest Known) : IBulkInput, IPasswordOwner
{
    /// <summary>The generated password that New-ConnectUser has put on the request, or that its stop or error has left; null for none.</summary>
    public NetworkCredential? Generated { get; init; } = InterruptedRequests.CredentialOf(Known.RequestToken!);

    /// <summary>Request token.</summary>
    public string Token => Known.RequestToken!;

    /// <summary>The user it is about, for messages; null when the input does not say.</summary>
    public string? Label => Known.User ?? Known.Identifier;

    /// <summary>What to write for the request: with the generated password that the input had, which must not be lost.</summary>
    public object ToOutput(ConnectUserRequest request) => UserOutput.WithCredential(request, Generated);
}
