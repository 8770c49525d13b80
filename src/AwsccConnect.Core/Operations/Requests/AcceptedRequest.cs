namespace AwsccConnect.Core.Operations;

/// <summary>A write that AWS has, or may have, accepted and that was not seen to end.</summary>
/// <param name="Operation">CREATE, UPDATE or DELETE.</param>
/// <param name="Label">The user it is about: username or ARN.</param>
/// <param name="Region">AWS Region, for example <c>eu-west-2</c>.</param>
/// <param name="RequestToken">Cloud Control's request token; null when no answer had come before the call was cut.</param>
/// <param name="ClientToken">The client token the write was sent with.</param>
/// <param name="Since">When it was accepted.</param>
public sealed record AcceptedRequest(
    string Operation,
    string Label,
    string Region,
    string? RequestToken,
    string ClientToken,
    DateTimeOffset Since);
