using System.Globalization;
using System.Text;
using NuGet.Packaging;
using NuGet.Versioning;

namespace AwsccConnect.Packager;

/// <summary>
/// A package as the PowerShell Gallery takes it: a NuGet package with the module's files at its root and the manifest's
/// metadata in the nuspec. The same files and inputs always give the same bytes.
/// </summary>
public sealed class ModulePackage
{
    // The first moment that a zip entry can have, plus a day: still 1980 in every time zone.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 2, 0, 0, 0, TimeSpan.Zero);

    private readonly string _moduleRoot;

    /// <summary>Reads a module and completes its manifest.</summary>
    /// <param name="moduleRoot">Folder of the assembled module; its only .psd1 file is the manifest.</param>
    /// <param name="version">Version of the package: SemVer 2.0.0, of which the Gallery takes three numbers and a label of letters and digits.</param>
    /// <param name="releaseNotes">What is new.</param>
    /// <exception cref="InvalidDataException">The manifest is not there, or has nothing to fill in.</exception>
    public ModulePackage(string moduleRoot, string version, string releaseNotes)
    {
        _moduleRoot = Path.GetFullPath(moduleRoot);
        Version = SemanticVersion.Parse(version);
        var manifests = Directory.GetFiles(_moduleRoot, "*.psd1");
        ManifestName = manifests.Length == 1 ? Path.GetFileName(manifests[0]) : throw new InvalidDataException($"'{_moduleRoot}' has {manifests.Length} manifests.");
        Files = [.. Directory.EnumerateFiles(_moduleRoot, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_moduleRoot, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
        Manifest = new ModuleManifest(File.ReadAllText(manifests[0]).ReplaceLineEndings("\n")).With(new Dictionary<string, object>
        {
            ["ModuleVersion"] = $"{Version.Major}.{Version.Minor}.{Version.Patch}",
            ["Prerelease"] = Version.Release,
            ["ReleaseNotes"] = releaseNotes,
            ["FileList"] = Files,
        });
    }

    /// <summary>The manifest as it is in the package.</summary>
    public ModuleManifest Manifest { get; }

    /// <summary>The version.</summary>
    public SemanticVersion Version { get; }

    /// <summary>The module's files, relative to its folder, in ordinal order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The module's name.</summary>
    public string Id => Path.GetFileNameWithoutExtension(ManifestName);

    /// <summary>Name of the package's file.</summary>
    public string FileName => $"{Id}.{Version.ToNormalizedString()}.nupkg";

    private string ManifestName { get; }

    /// <summary>Tags of the manifest, and those by which the Gallery finds editions and commands.</summary>
    public IEnumerable<string> Tags()
    {
        var cmdlets = Manifest.Values("CmdletsToExport");
        var functions = Manifest.Values("FunctionsToExport");
        return
        [
            .. Manifest.GalleryValues("Tags"),
            "PSModule",
            .. Manifest.Values("CompatiblePSEditions").Select(edition => $"PSEdition_{edition}"),
            .. cmdlets.Select(name => $"PSCmdlet_{name}"),
            .. functions.Select(name => $"PSFunction_{name}"),
            .. cmdlets.Concat(functions).Select(name => $"PSCommand_{name}"),
            .. cmdlets.Count > 0 ? ["PSIncludes_Cmdlet"] : (string[])[],
            .. functions.Count > 0 ? ["PSIncludes_Function"] : (string[])[],
        ];
    }

    /// <summary>Writes the package.</summary>
    /// <param name="stream">Where to; must be able to seek.</param>
    /// <exception cref="InvalidDataException">The manifest lacks what the Gallery requires.</exception>
    public void Save(Stream stream)
    {
        var builder = new PackageBuilder(deterministic: true)
        {
            DeterministicTimestamp = Timestamp.ToString("O", CultureInfo.InvariantCulture),
            Id = Id,
            Version = new NuGetVersion(Version.Major, Version.Minor, Version.Patch, Version.Release),
            Description = Required("Description"),
            Copyright = Manifest.Value("Copyright"),
            ReleaseNotes = Manifest.GalleryValue("ReleaseNotes"),
            LicenseUrl = Address("LicenseUri"),
            ProjectUrl = Address("ProjectUri"),
            IconUrl = Address("IconUri"),
        };
        builder.Authors.Add(Required("Author"));
        builder.Owners.Add(Required("CompanyName"));
        builder.Tags.UnionWith(Tags());
        foreach (var file in Files)
        {
            builder.Files.Add(file == ManifestName
                ? new PhysicalPackageFile(new MemoryStream(Encoding.UTF8.GetBytes(Manifest.Text))) { TargetPath = file }
                : new PhysicalPackageFile { SourcePath = Path.Combine(_moduleRoot, file), TargetPath = file });
        }

        builder.Save(stream);
    }

    private string Required(string key) => Manifest.Value(key) ?? throw new InvalidDataException($"The manifest has no {key}, which the Gallery requires.");

    private Uri? Address(string key) => Manifest.GalleryValue(key) is { Length: > 0 } address ? new Uri(address) : null;
}
