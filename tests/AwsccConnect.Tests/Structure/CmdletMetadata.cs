using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AwsccConnect.Tests.Structure;

/// <summary>Reads the names of an assembly's cmdlets without loading it.</summary>
internal static class CmdletMetadata
{
    /// <summary>The Verb-Noun names of all classes with a Cmdlet attribute, sorted.</summary>
    public static IReadOnlyList<string> Read(string assemblyPath)
    {
        using PEReader file = new(File.OpenRead(assemblyPath));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.CustomAttributes
                .Select(handle => metadata.GetCustomAttribute(handle))
                .Where(attribute => TypeName(metadata, attribute) == "CmdletAttribute")
                .Select(attribute => Name(metadata.GetBlobReader(attribute.Value)))
                .Order(),
        ];
    }

    private static string? TypeName(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return null;
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name)
            : null;
    }

    // CmdletAttribute(string verbName, string nounName), after the two-byte prolog (ECMA-335 II.23.3).
    private static string Name(BlobReader value)
    {
        value.ReadUInt16();
        return $"{value.ReadSerializedString()}-{value.ReadSerializedString()}";
    }
}
