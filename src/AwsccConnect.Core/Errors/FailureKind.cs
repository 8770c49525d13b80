namespace AwsccConnect.Core.Errors;

/// <summary>What to do about a failed attempt.</summary>
internal enum FailureKind
{
    /// <summary>Trying again would end the same way.</summary>
    Permanent,

    /// <summary>AWS limits the rate: try again, later and slower, for as long as the time-out allows.</summary>
    Throttled,

    /// <summary>A fault of the service or the network: try again a few times.</summary>
    Transient,

    /// <summary>The keys have expired: try again once with new ones, where there are any.</summary>
    Expired,

    /// <summary>
    /// The signature's time is not the service's: try again once. The SDK takes the difference of the clocks from each
    /// response and signs the next attempt by the service's clock.
    /// </summary>
    ClockSkew,

    /// <summary>Another request holds the user: wait and try again for as long as the time-out allows.</summary>
    Busy,
}
