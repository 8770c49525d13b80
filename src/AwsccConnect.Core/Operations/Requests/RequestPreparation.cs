namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// What a request of a write is prepared for: its number, from 1, and its client token. A renewal is the same request again, which AWS has not
/// accepted: what it is computed from is old, or another request was holding the user.
/// </summary>
internal readonly record struct RequestPreparation(int Number, string ClientToken, bool IsRenewal = false, bool WasBusy = false);
