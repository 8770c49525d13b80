namespace AwsccConnect.Core.Operations;

/// <summary>One change that the user wants, whatever number of requests it takes.</summary>
/// <param name="Operation">CREATE, UPDATE or DELETE.</param>
/// <param name="CallName">Cloud Control operation, for example <c>CreateResource</c>.</param>
/// <param name="Label">The user: username or ARN.</param>
/// <param name="ClientToken">The client token of the first request; null for a fresh one.</param>
/// <param name="Wait">False to return as soon as AWS has accepted the request.</param>
internal sealed record WriteIntent(string Operation, string CallName, string Label, string? ClientToken, bool Wait);
