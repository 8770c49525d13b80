namespace AwsccConnect.Core.Operations.Pacing;

/// <summary>
/// What a limiter assumes before it has learned anything. Rates are calls a second: to start with (null for no limit), to fall to at the first
/// throttling where there was no limit, and the slowest that is tried whatever is refused: slower, refusals are not of this module's making.
/// The burst is the calls that may start at once after a pause.
/// </summary>
internal sealed record RateSettings(double? StartRate, double Burst, double FirstThrottledRate, double SlowestRate)
{
    /// <summary>
    /// Amazon Connect creates, changes and deletes 2 users a second, and carries out as many searches, with a burst of 5 unless the account has other quotas
    /// (<see href="https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html"/>). One call of the
    /// burst is left to the service, since calls do not arrive as evenly as they are sent. Under half the default there is nothing to gain: a refused call is
    /// made again, and refusals that come all the same, from others' use of the account, would slow a run to a crawl.
    /// </summary>
    public static RateSettings Write { get; } = new(2, 4, 2, 1);

    /// <summary>Reads cost nothing but a retry: no limit until AWS shows one; DescribeUser's default is 10 a second.</summary>
    public static RateSettings Read { get; } = new(null, 4, 10, 2);

    public static RateSettings For(string operation) =>
        operation is "CreateResource" or "UpdateResource" or "DeleteResource" or "SearchUsers" ? Write : Read;
}
