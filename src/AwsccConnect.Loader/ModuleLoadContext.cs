using System.Reflection;
using System.Runtime.Loader;

namespace AwsccConnect.Loader;

/// <summary>
/// The assembly load context in which the module's assemblies live, so that neither another module's copy of a
/// shared dependency (the AWS SDK above all) can displace the one this module was built with, nor the other way round.
/// </summary>
/// <remarks>
/// The context looks in one folder only, <c>lib</c> below the module's root. Whatever is not there, PowerShell and the
/// framework above all, is left to the default context. There is one context per module folder and process: cmdlet
/// types stay the same however many runspaces import the module, and however often. A second copy of the same version in
/// another folder is served by the first: PowerShell caches how to bind parameters by the assembly-qualified name of
/// the cmdlet's class, in which load contexts do not show, and would set the one copy's parameters on the other's cmdlets.
/// This assembly is the only one loaded by path into the default context, and the first one loaded serves every later
/// version of the module in the same process, so the signature of <see cref="Load(string)"/> does not change.
/// </remarks>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string LibraryFolderName = "lib";

    private static readonly object Gate = new();
    private static readonly Dictionary<string, Assembly> MainAssemblies = new(
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private readonly string _libraryPath;

    private ModuleLoadContext(string moduleName, string libraryPath)
        : base($"{moduleName} ({libraryPath})", isCollectible: false)
    {
        _libraryPath = libraryPath;
    }

    /// <summary>
    /// Loads the module's main assembly, or returns it if this process has loaded it, or another copy of the same
    /// version, before.
    /// </summary>
    /// <param name="moduleRoot">The folder with the module manifest, full or relative to the process's current directory.</param>
    /// <returns>The assembly that contains the cmdlets, the same one for every call with the same folder.</returns>
    /// <exception cref="ArgumentException"><paramref name="moduleRoot"/> is empty.</exception>
    /// <exception cref="FileNotFoundException">The folder has no module manifest, or no assembly of its name in <c>lib</c>. A later call tries again.</exception>
    /// <exception cref="BadImageFormatException">The file is no .NET assembly. A later call tries again.</exception>
    public static Assembly Load(string moduleRoot)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(moduleRoot);

        var libraryPath = Path.GetFullPath(Path.Combine(moduleRoot, LibraryFolderName));

        // Runspaces on several threads may import the module at once; all must see the same types.
        lock (Gate)
        {
            if (!MainAssemblies.TryGetValue(libraryPath, out var assembly))
            {
                var name = ModuleNameOf(moduleRoot);
                var mainAssemblyPath = Path.Combine(libraryPath, name + ".dll");
                assembly = FindSameVersion(mainAssemblyPath) ?? new ModuleLoadContext(name, libraryPath).LoadFromAssemblyPath(mainAssemblyPath);
                MainAssemblies.Add(libraryPath, assembly);
            }

            return assembly;
        }
    }

    /// <summary>The main assembly has the name of the manifest, whatever the folder is called.</summary>
    private static string ModuleNameOf(string moduleRoot) =>
        Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(moduleRoot, "*.psd1").FirstOrDefault())
        ?? throw new FileNotFoundException($"There is no module manifest in {moduleRoot}.");

    private static Assembly? FindSameVersion(string mainAssemblyPath)
    {
        if (MainAssemblies.Count == 0)
        {
            return null;
        }

        var identity = AssemblyName.GetAssemblyName(mainAssemblyPath).FullName;
        return MainAssemblies.Values.FirstOrDefault(loaded => loaded.FullName == identity);
    }

    /// <summary>Resolves a dependency of the module from its <c>lib</c> folder.</summary>
    /// <param name="assemblyName">The requested name; a satellite assembly is searched in the culture's folder.</param>
    /// <returns>The private copy, or null to leave the name to the default context.</returns>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);

        // The engine's types must be the host's own: a private copy would make our cmdlets no cmdlets.
        if (assemblyName.Name is not { Length: > 0 } name
            || name.Equals("System.Management.Automation", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var path = Path.Combine(_libraryPath, assemblyName.CultureName ?? string.Empty, name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <summary>Resolves a native library from the module's <c>lib</c> folder.</summary>
    /// <param name="unmanagedDllName">The library's file name.</param>
    /// <returns>Its handle, or zero to leave the name to the platform's search.</returns>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = Path.Combine(_libraryPath, Path.GetFileName(unmanagedDllName));
        return File.Exists(path) ? LoadUnmanagedDllFromPath(path) : 0;
    }
}
