using System.Diagnostics;
using System.Text.Json;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Packaging;

/// <summary>The notices list each third-party assembly with its licence.</summary>
public sealed class ThirdPartyNoticesTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.ModuleRoot, "THIRD-PARTY-NOTICES.txt"));

    private static IEnumerable<string> ForeignAssemblies =>
        Directory.EnumerateFiles(Repository.ModuleRoot, "*.dll", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file))
            .Where(name => !name.StartsWith("AwsccConnect.", StringComparison.Ordinal));

    [Fact]
    public void Each_assembly_of_others_is_named_with_a_known_licence_and_nothing_else_is()
    {
        ForeignAssemblies.ShouldNotBeEmpty();
        Lines.Where(line => line.EndsWith(".dll", StringComparison.Ordinal)).ShouldBe(ForeignAssemblies, ignoreOrder: true);
        foreach (string name in ForeignAssemblies)
        {
            Field(name, "Licence").ShouldMatch("^(MIT|BSD-3-Clause|.*Apache-2\\.0.*)$", name);
            Field(name, "Copyright").ShouldNotBeEmpty();
            Field(name, "Project").ShouldStartWith("http");
        }

        Lines.ShouldContain(line => line.Contains("(MIT):", StringComparison.Ordinal));
        Lines.ShouldContain(line => line.Contains("(Apache-2.0)", StringComparison.Ordinal));
        Lines.ShouldContain(line => line.Contains("(BSD-3-Clause)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_versions_are_those_that_are_restored()
    {
        using JsonDocument locks = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "AwsccConnect", "packages.lock.json")));
        Dictionary<string, string> resolved = locks.RootElement.GetProperty("dependencies").GetProperty("net8.0").EnumerateObject()
            .Where(package => package.Value.TryGetProperty("resolved", out _))
            .ToDictionary(package => package.Name, package => package.Value.GetProperty("resolved").GetString()!);
        foreach (string name in ForeignAssemblies)
        {
            string[] package = Field(name, "Package").Split(' ');
            package[1].ShouldBe(resolved[package[0]], name);
        }
    }

    [Fact]
    public void Copyrights_are_those_in_the_assemblies_where_they_have_one()
    {
        foreach (string name in ForeignAssemblies.Where(name => name.StartsWith("AWSSDK.", StringComparison.Ordinal)))
        {
            FileVersionInfo.GetVersionInfo(Path.Combine(Repository.ModuleRoot, "lib", name)).LegalCopyright.ShouldBe(Field(name, "Copyright"));
        }
    }

    private static string Field(string assembly, string field)
    {
        string start = $"    {field}:";
        return Lines.SkipWhile(line => line != assembly).Take(5).Single(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..].Trim();
    }
}
