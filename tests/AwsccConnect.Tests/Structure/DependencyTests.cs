using System.Text.Json;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Structure;

/// <summary>What is shipped is recorded with version and hash, and nothing is shipped that nothing needs.</summary>
public class DependencyTests
{
    private static readonly string Library = Path.Combine(Repository.ModuleRoot, "lib");

    private static string[] Shipped => [.. Directory.EnumerateFiles(Library, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Each_assembly_is_needed_by_one_of_ours()
    {
        HashSet<string> needed = [];

        // The SDK loads these by name when a profile needs IAM Identity Center or a role.
        Queue<string> open = new(["AwsccConnect", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "AWSSDK.SecurityToken"]);
        while (open.TryDequeue(out string? name))
        {
            string file = Path.Combine(Library, name + ".dll");
            if (File.Exists(file) && needed.Add(name))
            {
                foreach (string reference in new AssemblyReferences(file).Assemblies.Keys)
                {
                    open.Enqueue(reference);
                }
            }
        }

        Shipped.Except(needed).ShouldBeEmpty();
        needed.ShouldContain("AwsccConnect.Simulator");
    }

    [Fact]
    public void The_record_has_each_foreign_assembly_with_the_version_and_hash_of_the_lock_file()
    {
        using JsonDocument locks = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "AwsccConnect", "packages.lock.json")));
        JsonElement packages = locks.RootElement.GetProperty("dependencies").GetProperty("net8.0");
        string[][] rows =
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "docs", "dependencies.md"))
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];

        rows.Select(row => row[0]).ShouldBe(Shipped.Where(name => !name.StartsWith("AwsccConnect", StringComparison.Ordinal)), ignoreOrder: true);
        foreach (string[] row in rows)
        {
            JsonElement package = packages.GetProperty(row[0]);
            row[1].ShouldBe(package.GetProperty("resolved").GetString(), row[0]);
            row[3].ShouldBe($"`{package.GetProperty("contentHash").GetString()}`", row[0]);
        }
    }
}
