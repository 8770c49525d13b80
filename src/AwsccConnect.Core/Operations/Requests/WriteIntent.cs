using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Idempotency;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// One change of a user, whatever number of requests it takes. The label is username or ARN; the client token is that of the first request,
/// null for a fresh one; the tokens of a run are those of one that may be started again. Where it does not wait, it ends as soon as AWS has
/// accepted the request.
/// </summary>
internal sealed record WriteIntent(string Operation, string CallName, string Label, string? ClientToken, bool Wait, ClientTokenSequence? Run = null)
{
    /// <summary>ARN of the user; null for one that is to be created.</summary>
    public string? UserArn { get; init; }

    /// <summary>The item in work, whose result or error ends the report of the write; null for none.</summary>
    public object? Item { get; init; }

    /// <summary>The record of the change in the change log, which gets the request token; null for none.</summary>
    public ChangeRecord? Change { get; init; }

    /// <summary>What is done when AWS does not find the user. An update has read it before.</summary>
    public NotFoundPolicy NotFound => Operation == "UPDATE" ? NotFoundPolicy.RetryCreated : NotFoundPolicy.RetryUnread;

    /// <summary>The client token of a request.</summary>
    public string ClientTokenFor(int number) =>
        Run?.For(number) ?? (number == 1 && ClientToken is { } given ? given : Guid.NewGuid().ToString("D"));
}
