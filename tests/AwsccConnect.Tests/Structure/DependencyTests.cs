namespace AwsccConnect.Tests.Structure;

/// <summary>What is shipped is recorded with version and hash, and nothing is shipped that nothing needs.</summary>
public class DependencyTests
{
    private static readonly string[] Modules = ["AwsccConnect", "AwsccConnect.Simulator"];

    // The SDK loads the three by name when a profile needs IAM Identity Center or a role.
    [Theory]
    [InlineData("AwsccConnect", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "AWSSDK.SecurityToken")]
    [InlineData("AwsccConnect.Simulator")]
    public void Each_assembly_is_needed_by_one_of_ours(string module, params string[] loadedByName)
    {
        HashSet<string> needed = [];
        Queue<string> open = new([module, .. loadedByName]);
        while (open.TryDequeue(out var name))
        {
            var file = Path.Combine(Library(module), name + ".dll");
            if (File.Exists(file) && needed.Add(name))
            {
                foreach (var reference in new AssemblyReferences(file).Assemblies.Keys)
                {
                    open.Enqueue(reference);
                }
            }
        }

        Shipped(module).Except(needed).ShouldBeEmpty();
    }

    [Fact]
    public void The_record_has_each_foreign_assembly_with_the_version_and_hash_of_the_lock_file()
    {
        Dictionary<string, JsonElement> packages = [];
        foreach (var module in Modules)
        {
            using var locks = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", module, "packages.lock.json")));
            foreach (var locked in locks.RootElement.GetProperty("dependencies").GetProperty("net8.0").EnumerateObject())
            {
                packages[locked.Name] = locked.Value.Clone();
            }
        }

        string[][] rows =
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "docs", "dependencies.md"))
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];

        rows.Select(row => row[0]).ShouldBe(Modules.SelectMany(Shipped).Where(name => !name.StartsWith("AwsccConnect", StringComparison.Ordinal)), ignoreOrder: true);
        foreach (var row in rows)
        {
            var package = packages[row[0]];
            row[1].ShouldBe(package.GetProperty("resolved").GetString(), row[0]);
            row[3].ShouldBe($"`{package.GetProperty("contentHash").GetString()}`", row[0]);
        }
    }

    private static string Library(string module) => Path.Combine(Repository.RootOf(module), "lib");

    private static string[] Shipped(string module) =>
        [.. Directory.EnumerateFiles(Library(module), "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
}
