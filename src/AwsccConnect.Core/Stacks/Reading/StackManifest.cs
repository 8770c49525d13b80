namespace AwsccConnect.Core.Stacks.Reading;

/// <summary>Reads a manifest.</summary>
internal static class StackManifest
{
    /// <summary>The key that makes a document a manifest.</summary>
    internal const string ResourcesKey = "resources";

    internal static StackDefinition Read(DocumentMap root, string path, StackReadOptions options, CancellationToken cancellationToken) =>
        throw StackErrors.At(root.Place, $"Manifests are read by {nameof(StackManifest)}.", $"{path} {options.Name} {cancellationToken.IsCancellationRequested}");
}
