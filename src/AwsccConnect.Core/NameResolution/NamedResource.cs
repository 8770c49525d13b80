namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// A resource under the names that people know it by. The name of an instance is its alias; the path, of a hierarchy group alone, has the names
/// from the top, joined with <c>/</c>.
/// </summary>
internal sealed record NamedResource(string Arn, string? Name, string? Path = null)
{
    /// <summary>When it was changed last; null where it is not known.</summary>
    public DateTime? Modified { get; init; }

    /// <summary>Whether it comes from a list, which has what there is now; a search may have what was.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>The last part of the ARN.</summary>
    public string Id => Arn[(Arn.LastIndexOf('/') + 1)..];

    /// <summary>What a person would write to mean it.</summary>
    public string Label => Path ?? Name ?? Id;
}
