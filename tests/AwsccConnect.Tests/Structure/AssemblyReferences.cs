using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AwsccConnect.Tests.Structure;

/// <summary>What an assembly of the module uses of others, read from its metadata.</summary>
internal sealed class AssemblyReferences
{
    /// <summary>Reads an assembly without loading it.</summary>
    public AssemblyReferences(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        Assemblies = metadata.AssemblyReferences
            .Select(handle => metadata.GetAssemblyReference(handle))
            .ToDictionary(reference => metadata.GetString(reference.Name), reference => reference.Version);
        Types = metadata.TypeReferences
            .Select(handle => metadata.GetTypeReference(handle))
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Names and versions of referenced assemblies.</summary>
    public IReadOnlyDictionary<string, Version> Assemblies { get; }

    /// <summary>Full names of referenced types.</summary>
    public IReadOnlySet<string> Types { get; }

    /// <summary>Referenced assemblies that are not the framework's.</summary>
    public IEnumerable<string> OutsideFramework => Assemblies.Keys
        .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("Microsoft.Win32", StringComparison.Ordinal))
        .Where(name => name is not ("netstandard" or "mscorlib"))
        .Order(StringComparer.Ordinal);
}
