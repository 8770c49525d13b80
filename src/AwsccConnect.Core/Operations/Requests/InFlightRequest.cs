using System.Net;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// A write that AWS has, or may have, accepted and whose end the user of the module has not seen. The label is username or ARN; the request
/// token is null where the call was cut before a response had come.
/// </summary>
internal sealed record InFlightRequest(
    string Operation,
    string Label,
    string Region,
    string? RequestToken,
    string ClientToken,
    DateTimeOffset Since)
{
    /// <summary>The user's ARN, where AWS has reported it.</summary>
    public string? Identifier { get; init; }

    /// <summary>The user's name and generated password, which are not reported yet; null for none.</summary>
    public NetworkCredential? Generated { get; init; }

    /// <summary>Whether AWS has carried it out and it is not reported to the user of the module yet.</summary>
    public bool IsCarriedOut { get; init; }
}
