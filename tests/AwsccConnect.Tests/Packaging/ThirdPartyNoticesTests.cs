using System.Diagnostics;

namespace AwsccConnect.Tests.Packaging;

/// <summary>The notices list each third-party assembly with its licence.</summary>
public sealed class ThirdPartyNoticesTests
{
    [Theory]
    [InlineData("AwsccConnect", "MIT", "Apache-2.0", "BSD-3-Clause")]
    [InlineData("AwsccConnect.Simulator", "MIT")]
    public void Each_assembly_of_others_is_named_with_a_known_licence_and_nothing_else_is(string module, params string[] licences)
    {
        var lines = Lines(module);
        lines.Where(line => line.EndsWith(".dll", StringComparison.Ordinal)).ShouldBe(ForeignAssemblies(module), ignoreOrder: true);
        foreach (var name in ForeignAssemblies(module))
        {
            licences.ShouldContain(licence => Field(lines, name, "Licence").Contains(licence, StringComparison.Ordinal), name);
            Field(lines, name, "Copyright").ShouldNotBeEmpty();
            Field(lines, name, "Project").ShouldStartWith("http");
        }

        foreach (var licence in licences)
        {
            lines.ShouldContain(line => line.Contains($"({licence})", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("AwsccConnect")]
    [InlineData("AwsccConnect.Simulator")]
    public void The_versions_are_those_that_are_restored(string module)
    {
        using var locks = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", module, "packages.lock.json")));
        var resolved = locks.RootElement.GetProperty("dependencies").GetProperty("net8.0").EnumerateObject()
            .Where(package => package.Value.TryGetProperty("resolved", out _))
            .ToDictionary(package => package.Name, package => package.Value.GetProperty("resolved").GetString()!);
        foreach (var name in ForeignAssemblies(module))
        {
            var package = Field(Lines(module), name, "Package").Split(' ');
            package[1].ShouldBe(resolved[package[0]], name);
        }
    }

    [Fact]
    public void Copyrights_are_those_in_the_assemblies_where_they_have_one()
    {
        foreach (var name in ForeignAssemblies("AwsccConnect").Where(name => name.StartsWith("AWSSDK.", StringComparison.Ordinal)))
        {
            FileVersionInfo.GetVersionInfo(Path.Combine(Repository.ModuleRoot, "lib", name)).LegalCopyright.ShouldBe(Field(Lines("AwsccConnect"), name, "Copyright"));
        }
    }

    private static string[] Lines(string module) => File.ReadAllLines(Path.Combine(Repository.RootOf(module), "THIRD-PARTY-NOTICES.txt"));

    private static string[] ForeignAssemblies(string module) =>
    [
        .. Directory.EnumerateFiles(Repository.RootOf(module), "*.dll", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file))
            .Where(name => !name.StartsWith("AwsccConnect.", StringComparison.Ordinal)),
    ];

    private static string Field(IEnumerable<string> lines, string assembly, string field)
    {
        var start = $"    {field}:";
        return lines.SkipWhile(line => line != assembly).Take(5).Single(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..].Trim();
    }
}
