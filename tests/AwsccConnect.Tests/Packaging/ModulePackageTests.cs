using System.IO.Compression;
using System.Xml.Linq;
using AwsccConnect.Packager;
using NuGet.Packaging;

namespace AwsccConnect.Tests.Packaging;

/// <summary>The package of the assembled module.</summary>
public sealed class ModulePackageTests : IDisposable
{
    private const string Notes = "- It's new";

    private readonly string _folder = Directory.CreateTempSubdirectory("AwsccConnect-package-").FullName;
    private readonly string _version =
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_module_is_at_the_root_beside_the_parts_of_the_packaging_conventions()
    {
        using ZipArchive archive = new(Save(_version));
        string[] names = [.. archive.Entries.Select(entry => entry.FullName)];

        var module = ModuleFiles(Repository.ModuleRoot);
        names.Intersect(module).ShouldBe(module, ignoreOrder: true);
        string[] others = [.. names.Except(module).Order(StringComparer.Ordinal)];
        others.Length.ShouldBe(4);
        others.ShouldContain("AwsccConnect.nuspec");
        others.ShouldContain("[Content_Types].xml");
        others.ShouldContain("_rels/.rels");
        others.ShouldContain(name => name.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal));
        foreach (var file in module.Where(file => file != "AwsccConnect.psd1"))
        {
            Bytes(archive, file).ShouldBe(File.ReadAllBytes(Path.Combine(Repository.ModuleRoot, file)), file);
        }
    }

    [Fact]
    public void The_metadata_is_the_manifests()
    {
        using PackageArchiveReader reader = new(Save(_version));
        var nuspec = reader.NuspecReader;

        nuspec.GetId().ShouldBe("AwsccConnect");
        nuspec.GetVersion().ToNormalizedString().ShouldBe(_version);
        ModuleManifest manifest = new(File.ReadAllText(Repository.ModuleManifest));
        nuspec.GetAuthors().ShouldBe(manifest.Value("Author"));
        nuspec.GetOwners().ShouldBe(manifest.Value("CompanyName"));
        nuspec.GetDescription().ShouldBe(manifest.Value("Description"));
        nuspec.GetCopyright().ShouldBe(manifest.Value("Copyright"));
        nuspec.GetLicenseUrl().ShouldBe("https://opensource.org/license/mit");
        nuspec.GetReleaseNotes().ShouldBe(Notes);
        nuspec.GetRequireLicenseAcceptance().ShouldBeFalse();
        nuspec.GetDependencyGroups().ShouldBeEmpty();

        var tags = nuspec.GetTags().Split(' ');
        tags.ShouldBeUnique();
        string[] cmdlets = [.. manifest.Values("CmdletsToExport")];
        tags.ShouldBe(
            [
                .. manifest.GalleryValues("Tags"), "PSModule", "PSEdition_Core", "PSIncludes_Cmdlet",
                .. cmdlets.Select(name => $"PSCmdlet_{name}"), .. cmdlets.Select(name => $"PSCommand_{name}"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void The_manifest_in_the_package_is_complete()
    {
        using ZipArchive archive = new(Save(_version));
        ModuleManifest manifest = new(Encoding.UTF8.GetString(Bytes(archive, "AwsccConnect.psd1")));

        manifest.Value("ModuleVersion").ShouldBe(_version);
        manifest.Value("PowerShellVersion").ShouldBe("7.4");
        manifest.Values("FileList").ShouldBe(ModuleFiles(Repository.ModuleRoot), ignoreOrder: true);
        manifest.GalleryValue("ReleaseNotes").ShouldBe(Notes);
        manifest.GalleryValue("Prerelease").ShouldBe(string.Empty);
        Guid.TryParse(manifest.Value("GUID"), out _).ShouldBeTrue();
    }

    [Fact]
    public void A_prerelease_label_goes_where_PowerShell_looks_for_it()
    {
        ModulePackage package = new(Repository.ModuleRoot, "1.2.3-beta4", Notes);
        package.FileName.ShouldBe("AwsccConnect.1.2.3-beta4.nupkg");
        package.Manifest.Value("ModuleVersion").ShouldBe("1.2.3");
        package.Manifest.GalleryValue("Prerelease").ShouldBe("beta4");
        using PackageArchiveReader reader = new(Save("1.2.3-beta4"));
        reader.NuspecReader.GetVersion().ToNormalizedString().ShouldBe("1.2.3-beta4");
    }

    [Fact]
    public void The_same_files_give_the_same_bytes_wherever_and_whenever_they_were_written()
    {
        var copy = Path.Combine(_folder, "copy");
        foreach (var file in ModuleFiles(Repository.ModuleRoot).Reverse())
        {
            var target = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.ModuleRoot, file), target);
            File.SetLastWriteTimeUtc(target, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        using var first = Save(_version);
        using MemoryStream second = new();
        new ModulePackage(copy, _version, Notes).Save(second);
        second.ToArray().AsSpan().SequenceEqual(first.ToArray()).ShouldBeTrue();
    }

    [Fact]
    public async Task Unpacked_into_an_empty_folder_with_spaces_it_can_be_imported_and_works()
    {
        var root = Path.Combine(_folder, "an empty folder", "AwsccConnect");
        var simulator = Path.Combine(_folder, "an empty folder", "AwsccConnect.Simulator");
        foreach (var folder in (string[])[root, simulator])
        {
            using ZipArchive archive = new(Save(_version, Path.GetFileName(folder)));
            archive.ExtractToDirectory(folder);
        }

        var result = await PwshProcess.RunAsync(
            [
                "-Command",
                $"Import-Module '{root}', '{simulator}'\n" +
                """
                $simulator = Start-ConnectSimulator -SetDefault -UserCount 3
                $module = Get-Module AwsccConnect
                "$($module.Version) from $($module.ModuleBase)"
                "$(@(Get-ConnectUser -InstanceArn contact-centre).Count) users"
                "$((Test-ModuleManifest ($module.ModuleBase + '/AwsccConnect.psd1')).FileList.Count) files"
                $simulator | Stop-ConnectSimulator
                """,
            ]);

        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe($"{_version} from {root}\n3 users\n{ModuleFiles(Repository.ModuleRoot).Length} files\n");
    }

    private static string[] ModuleFiles(string root) =>
    [
        .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static byte[] Bytes(ZipArchive archive, string name)
    {
        using var stream = archive.GetEntry(name).ShouldNotBeNull().Open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static MemoryStream Save(string version, string module = "AwsccConnect")
    {
        MemoryStream stream = new();
        new ModulePackage(Repository.RootOf(module), version, Notes).Save(stream);
        stream.Position = 0;
        return stream;
    }
}
