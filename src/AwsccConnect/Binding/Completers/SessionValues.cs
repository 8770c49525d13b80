using System.Collections;

namespace AwsccConnect.Binding.Completers;

/// <summary>
/// The session's defaults for values that a command line omits. They are the values of <c>$PSDefaultParameterValues</c>,
/// <c>$StoredAWSCredentials</c> and <c>$StoredAWSRegion</c>.
/// </summary>
internal sealed record SessionValues(IDictionary? Defaults, object? StoredCredentials, string? StoredRegion)
{
    public override string ToString() => nameof(SessionValues);
}
