namespace AwsccConnect.Binding;

/// <summary>
/// One input of a command on requests, parsed: the request that it identifies. Nothing in it belongs to the pipeline any more. The target is a
/// copy of the input as the user gave it; what is known of the request is the request token at least.
/// </summary>
internal sealed record RequestInput(object Target, ConnectUserRequest Known) : IBulkInput
{
    private const string CredentialName = "InitialCredential";

    /// <summary>The generated password that New-ConnectUser has put on the request; null for none.</summary>
    public PSCredential? InitialCredential { get; init; }

    /// <summary>Request token.</summary>
    public string Token => Known.RequestToken!;

    /// <summary>The user it is about, for messages; null when the input does not say.</summary>
    public string? Label => Known.User ?? Known.Identifier;

    /// <summary>The generated password of an input: it is written only once, so it must not be lost.</summary>
    public static PSCredential? CredentialOf(PSObject input) =>
        PSValue.BaseOf(input.Properties[CredentialName]?.Value) as PSCredential;

    /// <summary>What to write for the request: with the generated password that the input had.</summary>
    public object ToOutput(ConnectUserRequest request)
    {
        if (InitialCredential is null || PSObject.AsPSObject(request).Properties[CredentialName] is not null)
        {
            return request;
        }

        var wrapped = PSObject.AsPSObject(request);
        wrapped.Properties.Add(new PSNoteProperty(CredentialName, InitialCredential));
        return wrapped;
    }
}
