using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations.Pacing;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations;

/// <summary>The connection to AWS in one Region, with what the session has learned of the service there.</summary>
internal sealed class ServiceConnection
{
    /// <summary>The Cloud Control client. Its own retries must be off: this module has one retry policy.</summary>
    public required IAmazonCloudControlApi Client { get; init; }

    /// <summary>AWS Region of the client, for example <c>eu-west-2</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Starts calls at the rate that AWS allows.</summary>
    public required ICallPacer Pacer { get; init; }

    /// <summary>Amazon Connect's own lists and search.</summary>
    public ConnectAccess Connect { get; init; } = ConnectAccess.None("there is no client for it.");

    /// <summary>How long requests take here, by operation: CREATE, UPDATE or DELETE.</summary>
    public ConcurrentDictionary<string, CompletionEstimator> Completions { get; init; } = new(StringComparer.Ordinal);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Has the client get new keys after AWS refused the present ones as expired; false where there are no others.
    /// </summary>
    public Func<bool> RenewCredentials { get; init; } = static () => false;

    /// <summary>ARN of the role that Cloud Control's handlers assume; null for the caller's own session.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The users that the session has created or changed lately.</summary>
    public RecentUsers Recent { get; init; } = new(TimeProvider.System);

    /// <summary>The names of profiles, groups and instances that the session has read.</summary>
    public NameCache Names { get; init; } = new(TimeProvider.System);

    /// <summary>The user of a state that was read.</summary>
    public ConnectUser ToUser(JsonObject state) => ToUser(JsonText.Write(state));

    /// <summary>The user of a state's JSON text. Throws <see cref="System.Text.Json.JsonException"/> where it is not a JSON object.</summary>
    public ConnectUser ToUser(string properties)
    {
        var user = ConnectUser.FromJson(properties, Region);
        user.Names = Names;
        return user;
    }
}
