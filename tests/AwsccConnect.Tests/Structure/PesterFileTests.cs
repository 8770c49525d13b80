namespace AwsccConnect.Tests.Structure;

/// <summary>The tests that run in PowerShell itself.</summary>
public class PesterFileTests
{
    [Fact]
    public void Each_command_has_a_file_that_uses_it()
    {
        using ModuleSession session = new();
        string[] commands = [.. session.Run("(Get-Command -Module AwsccConnect).Name").Select(name => name.ToString())];
        commands.ShouldNotBeEmpty();
        foreach (var command in commands)
        {
            var path = Path.Combine(Repository.Root, "tests", "Pester", command + ".Tests.ps1");
            File.Exists(path).ShouldBeTrue(path);
            var text = File.ReadAllText(path);
            text.ShouldContain($"Describe '{command}'");
            text.Split(command).Length.ShouldBeGreaterThan(2, command);
        }
    }
}
