using AwsccConnect.Packager;

namespace AwsccConnect.Tests.Packaging;

/// <summary>Filling in a manifest.</summary>
public sealed class ModuleManifestTests
{
    private const string Text = "@{\n    # Who\n    Author = 'Ada'\n    FileList = @()\n    PrivateData = @{ PSData = @{ Tags = 'One'; ReleaseNotes = '' } }\n}\n";

    [Fact]
    public void Values_are_replaced_wherever_they_stand_and_the_rest_stays()
    {
        var manifest = new ModuleManifest(Text).With(new Dictionary<string, object>
        {
            ["ReleaseNotes"] = "It's\nnew: $(throw) \u2019curly\u2019",
            ["FileList"] = new[] { "a.psd1", "o'b.dll" },
        });

        manifest.GalleryValue("ReleaseNotes").ShouldBe("It's\nnew: $(throw) \u2019curly\u2019");
        manifest.Values("FileList").ShouldBe(["a.psd1", "o'b.dll"]);
        manifest.GalleryValues("Tags").ShouldBe(["One"]);
        manifest.Value("Author").ShouldBe("Ada");
        manifest.Text.ShouldContain("# Who");
    }

    [Fact]
    public void A_name_that_is_not_there_is_an_error() =>
        Should.Throw<InvalidDataException>(() => new ModuleManifest(Text).With(new Dictionary<string, object> { ["Prerelease"] = "beta" }))
            .Message.ShouldContain("Prerelease");

    [Theory]
    [InlineData("'no table'")]
    [InlineData("@{ broken")]
    public void What_is_no_manifest_is_an_error(string text) => Should.Throw<InvalidDataException>(() => new ModuleManifest(text));

    [Fact]
    public void Nothing_in_a_manifest_is_run() =>
        Should.Throw<InvalidOperationException>(() => new ModuleManifest("@{ Author = (Get-Date) }"));
}
