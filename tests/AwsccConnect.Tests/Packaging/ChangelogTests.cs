using AwsccConnect.Packager;

namespace AwsccConnect.Tests.Packaging;

/// <summary>Release notes are the newest section of the change log.</summary>
public sealed class ChangelogTests
{
    [Fact]
    public void The_first_section_is_taken_without_its_heading() =>
        Changelog.TopSection("# Changelog\n\nIntro\n\n## [2.0.0] - 2026-01-02\r\n\r\n### Added\r\n\r\n- This\r\n\r\n## [1.0.0]\n\n- That\n")
            .ShouldBe("### Added\n\n- This");

    [Theory]
    [InlineData("# Changelog\n\nNothing yet\n")]
    [InlineData("# Changelog\n\n## [Unreleased]\n\n## [1.0.0]\n\n- That\n")]
    public void Nothing_to_say_is_an_error(string text) =>
        Should.Throw<InvalidDataException>(() => Changelog.TopSection(text));

    [Fact]
    public void The_projects_own_change_log_has_release_notes() =>
        Changelog.TopSection(File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md"))).ShouldContain("Get-ConnectUser");
}
