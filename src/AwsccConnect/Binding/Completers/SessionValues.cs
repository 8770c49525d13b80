using System.Collections;

namespace AwsccConnect.Binding.Completers;

/// <summary>The session's defaults for values that a command line omits.</summary>
/// <param name="Defaults">The value of <c>$PSDefaultParameterValues</c>.</param>
/// <param name="StoredCredentials">The value of AWS Tools' <c>$StoredAWSCredentials</c>.</param>
/// <param name="StoredRegion">The value of AWS Tools' <c>$StoredAWSRegion</c>.</param>
internal sealed record SessionValues(IDictionary? Defaults, object? StoredCredentials, string? StoredRegion)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(SessionValues);
}
