using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>A filter of the request history, by what the list itself contains.</summary>
internal sealed class RequestFilter
{
    /// <summary>CREATE, UPDATE and DELETE; empty for all. AWS filters by them.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Statuses by Cloud Control's names; empty for all. AWS filters by them.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Identifiers of the resources; empty for all.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>Whether requests for other resource types than users match too.</summary>
    public bool AllTypes { get; init; }

    /// <summary>The earliest time, in UTC; null for any. An event without a time matches.</summary>
    public DateTime? Earliest { get; init; }

    public bool Matches(ProgressEvent progress) =>
        (AllTypes || RequestModel.IsUser(progress))
        && !(progress.EventTime?.ToUniversalTime() < Earliest)
        && (Identifiers.Count == 0 || (progress.Identifier is { } own && Identifiers.Contains(own, StringComparer.OrdinalIgnoreCase)));
}
