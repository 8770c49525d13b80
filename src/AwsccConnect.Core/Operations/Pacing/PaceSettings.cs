namespace AwsccConnect.Core.Operations;

/// <summary>What a limiter assumes before it has learned anything.</summary>
/// <param name="StartRate">Calls a second to start with; null for no limit of its own.</param>
/// <param name="Burst">Calls that may start at once after a pause.</param>
/// <param name="FirstThrottledRate">Calls a second to fall to at the first throttling when there was no limit.</param>
internal sealed record PaceSettings(double? StartRate, double Burst, double FirstThrottledRate)
{
    /// <summary>
    /// Amazon Connect creates, changes and deletes 2 users a second with a burst of 5 unless the account has other quotas
    /// (<see href="https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html"/>). One call of the
    /// burst is left to the service, since calls do not arrive as evenly as they are sent.
    /// </summary>
    public static PaceSettings Write { get; } = new(2, 4, 2);

    /// <summary>Reads cost nothing but a retry: no limit until AWS shows one; DescribeUser's default is 10 a second.</summary>
    public static PaceSettings Read { get; } = new(null, 4, 10);

    /// <summary>The settings of an operation.</summary>
    /// <param name="operation">Cloud Control operation name.</param>
    /// <returns>Its settings.</returns>
    public static PaceSettings For(string operation) =>
        operation is "CreateResource" or "UpdateResource" or "DeleteResource" ? Write : Read;
}
