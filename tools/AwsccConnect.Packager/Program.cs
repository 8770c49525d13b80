using System.Diagnostics;
using System.Xml.Linq;

namespace AwsccConnect.Packager;

/// <summary>Builds the module in Release and packs it: <c>dotnet run --project tools/AwsccConnect.Packager</c>.</summary>
internal static class Program
{
    private const string Usage = "AwsccConnect.Packager [--module FOLDER] [--output FOLDER]: packs the module in FOLDER, by default a fresh Release build.";

    private static async Task<int> Main(string[] args)
    {
        string? module = null;
        string? output = null;
        for (var index = 0; index < args.Length; index += 2)
        {
            var value = index + 1 < args.Length ? args[index + 1] : null;
            switch (args[index], value)
            {
                case ("--module", not null):
                    module = value;
                    break;
                case ("--output", not null):
                    output = value;
                    break;
                default:
                    await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                    return 64;
            }
        }

        var root = FindRoot();
        output ??= Path.Combine(root, "output");
        if (module is null)
        {
            module = Path.Combine(root, "output", "package", "AwsccConnect");
            if (await BuildAsync(root, module).ConfigureAwait(false) is not 0 and var exitCode)
            {
                return exitCode;
            }
        }

        var version = XDocument.Load(Path.Combine(root, "Directory.Build.props")).Descendants("Version").Single().Value;
        var notes = Changelog.TopSection(await File.ReadAllTextAsync(Path.Combine(root, "CHANGELOG.md")).ConfigureAwait(false));
        var package = new ModulePackage(module, version, notes);
        var path = Path.Combine(Directory.CreateDirectory(output).FullName, package.FileName);
        using (var stream = File.Create(path))
        {
            package.Save(stream);
        }

        Console.WriteLine(path);
        return 0;
    }

    private static async Task<int> BuildAsync(string root, string module)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "build",
                Path.Combine(root, "src", "AwsccConnect", "AwsccConnect.csproj"),
                "--configuration",
                "Release",
                // A folder of its own: what was built for trying out stays as it is.
                $"-p:ModuleOutputPath={module}{Path.DirectorySeparatorChar}",
                "--nologo",
                "--verbosity",
                "quiet",
            },
        };
        using var build = Process.Start(start)!;
        await build.WaitForExitAsync().ConfigureAwait(false);
        return build.ExitCode;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AwsccConnect.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No AwsccConnect.sln above {AppContext.BaseDirectory}.");
    }
}
