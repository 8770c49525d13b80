namespace AwsccConnect.Core.NameResolution;

/// <summary>A resource under the names that people know it by.</summary>
/// <param name="Arn">ARN.</param>
/// <param name="Name">Name; an instance's is its alias. Null where it has none.</param>
/// <param name="Path">Names from the top, joined with <c>/</c>, of a hierarchy group; null for other resources.</param>
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
