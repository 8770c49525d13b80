namespace AwsccConnect.Core.Operations.Requests;

/// <summary>A write that AWS has, or may have, accepted and whose end the user of the module has not seen.</summary>
/// <param name="Operation">CREATE, UPDATE or DELETE.</param>
/// <param name="Label">The user it is about: username or ARN.</param>
/// <param name="Region">AWS Region, for example <c>eu-west-2</c>.</param>
/// <param name="RequestToken">Cloud Control's request token; null when no response had come before the call was cut.</param>
/// <param name="ClientToken">The client token the write was sent with.</param>
/// <param name="Since">When it was accepted.</param>
public sealed record InFlightRequest(
    string Operation,
    string Label,
    string Region,
    string? RequestToken,
    string ClientToken,
    DateTimeOffset Since)
{
    /// <summary>The user's ARN, where AWS has reported it.</summary>
    public string? Identifier { get; init; }

    /// <summary>Whether AWS has carried it out and it is not reported to the user of the module yet.</summary>
    public bool IsCarriedOut { get; init; }
}
