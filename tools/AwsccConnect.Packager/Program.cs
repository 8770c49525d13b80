using System.Diagnostics;
using System.Xml.Linq;

namespace AwsccConnect.Packager;

/// <summary>Builds the modules in Release and packs each: <c>dotnet run --project tools/AwsccConnect.Packager</c>.</summary>
internal static class Program
{
    private const string Usage = "AwsccConnect.Packager [--module FOLDER] [--output FOLDER]: packs the module in FOLDER, by default fresh Release builds of both modules.";

    private static readonly string[] Modules = ["AwsccConnect", "AwsccConnect.Simulator"];

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
        if (module is not null)
        {
            await PackAsync(root, module, output).ConfigureAwait(false);
            return 0;
        }

        foreach (var name in Modules)
        {
            var built = Path.Combine(root, "output", "package", name);
            if (await BuildAsync(root, name, built).ConfigureAwait(false) is not 0 and var exitCode)
            {
                return exitCode;
            }

            await PackAsync(root, built, output).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task PackAsync(string root, string module, string output)
    {
        var version = XDocument.Load(Path.Combine(root, "Directory.Build.props")).Descendants("Version").Single().Value;
        var notes = Changelog.TopSection(await File.ReadAllTextAsync(Path.Combine(root, "CHANGELOG.md")).ConfigureAwait(false));
        var package = new ModulePackage(module, version, notes);
        var path = Path.Combine(Directory.CreateDirectory(output).FullName, package.FileName);
        using (var stream = File.Create(path))
        {
            package.Save(stream);
        }

        Console.WriteLine(path);
    }

    private static async Task<int> BuildAsync(string root, string name, string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "build",
                Path.Combine(root, "src", name, $"{name}.csproj"),
                "--configuration",
                "Release",
                // A folder of its own: what was built for trying out stays as it is.
                $"-p:ModuleOutputPath={folder}{Path.DirectorySeparatorChar}",
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
