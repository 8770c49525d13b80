namespace AwsccConnect.Tests.CloudControl;

/// <summary>UseAwsSdkCloudControlApi replaces the project with the packages everywhere.</summary>
public sealed class PackageSwitchTests
{
    [Theory]
    [InlineData("src/AwsccConnect.Core", false)]
    [InlineData("src/AwsccConnect.Core", true)]
    [InlineData("src/AwsccConnect", false)]
    [InlineData("src/AwsccConnect", true)]
    [InlineData("tests/AwsccConnect.Tests", true)]
    public async Task The_packages_or_the_project_are_referenced_never_both(string folder, bool usePackage)
    {
        var items = await EvaluateAsync(folder, usePackage);

        Count(items, "ProjectReference", "AwsccConnect.CloudControl.csproj").ShouldBe(usePackage ? 0 : 1);

        // The tests get the package through the projects that they test.
        var viaOthers = folder.StartsWith("tests/", StringComparison.Ordinal);
        foreach (var package in new[] { "AWSSDK.CloudControlApi", "AWSSDK.Connect" })
        {
            Count(items, "PackageReference", package).ShouldBe(usePackage && !viaOthers ? 1 : 0, package);
        }
    }

    private static int Count(JsonNode items, string kind, string ending) => items["Items"]![kind]!.AsArray()
        .Count(i => ((string)i!["Identity"]!).EndsWith(ending, StringComparison.Ordinal));

    private static async Task<JsonNode> EvaluateAsync(string folder, bool usePackage)
    {
        (var code, var output, var error) = await PwshProcess.RunAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "msbuild", folder, "-p:UseAwsSdkCloudControlApi=" + (usePackage ? "true" : "false"),
                "-getItem:PackageReference,ProjectReference", "-nodeReuse:false",
            ]);
        code.ShouldBe(0, output + error);
        return JsonNode.Parse(output)!;
    }
}
