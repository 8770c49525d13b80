using AwsccConnect.Tests.Credentials;
using AwsccConnect.Tests.Structure;

namespace AwsccConnect.Tests.Isolation;

/// <summary>
/// In one process with another module that has brought other versions of the same dependencies into the default load
/// context, as AWS Tools does: both work, whoever comes first and however often this module is imported.
/// </summary>
public sealed class OtherModuleTests : IAsyncDisposable
{
    private readonly FakeAws _aws = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("awsccconnect-").FullName;

    /// <summary>Another assembly version than this module's, and the same one with other contents.</summary>
    public static TheoryData<string, string> Modules => new()
    {
        { "OlderAwsModule", "AWSSDK.Core 3.7." },
        { "PreviousAwsModule", "AWSSDK.Core 4.0.3." },
    };

    public async ValueTask DisposeAsync()
    {
        await _aws.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task Both_work_when_the_other_came_first(string other, string version) => await BothWorkAsync(
        other,
        version,
        """
        Import-Module $other
        Test-OtherAwsModule
        $null = Start-ConnectSimulator -UserCount 3 -SetDefault
        "users $(@(Get-ConnectUser).Count)"
        """);

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task Both_work_when_this_one_came_first(string other, string version) => await BothWorkAsync(
        other,
        version,
        """
        $null = Start-ConnectSimulator -UserCount 3 -SetDefault
        "users $(@(Get-ConnectUser).Count)"
        Import-Module $other
        Test-OtherAwsModule
        """);

    [Fact]
    public async Task However_it_is_imported_beside_the_other()
    {
        using ModuleCopy copy = new("second");
        var lines = await RunAsync(
            "PreviousAwsModule",
            """
            Import-Module $other
            $null = Test-OtherAwsModule
            $simulator = Start-ConnectSimulator -UserCount 3 -SetDefault
            Import-Module $module; "twice $(@(Get-ConnectUser).Count)"
            Import-Module $module -Force; "forced $(@(Get-ConnectUser).Count)"
            Remove-Module AwsccConnect; "removed $(@(Get-Command Get-ConnectUser -ErrorAction Ignore).Count)"
            Import-Module $module; "again $(@(Get-ConnectUser).Count)"
            $shells = foreach ($number in 1..4) {
                $shell = [powershell]::Create([initialsessionstate]::CreateDefault2()).AddScript('param($module, $other) Import-Module $other, $module; @(Get-ConnectUser).Count').AddArgument($module).AddArgument($other)
                @{ Shell = $shell; Running = $shell.BeginInvoke() }
            }
            foreach ($item in $shells) { "parallel $($item.Shell.EndInvoke($item.Running)) $($item.Shell.Streams.Error)" }
            $simulator | Stop-ConnectSimulator
            Remove-Module AwsccConnect
            Import-Module $second
            $null = Start-ConnectSimulator -UserCount 5 -SetDefault
            "second $(@(Get-ConnectUser).Count) $((Get-Module AwsccConnect).ModuleBase)"
            Remove-Module AwsccConnect
            Import-Module $module
            $null = Start-ConnectSimulator -UserCount 2 -SetDefault
            "first $(@(Get-ConnectUser).Count)"
            Test-OtherAwsModule
            """,
            copy.Manifest);
        lines[..4].ShouldBe(["twice 3", "forced 3", "removed 0", "again 3"]);
        lines[4..8].ShouldAllBe(line => line.TrimEnd() == "parallel 3");
        lines[8].ShouldBe($"second 5 {Path.GetDirectoryName(copy.Manifest)}");
        lines[9].ShouldBe("first 2");
        lines[10..].Length.ShouldBe(3);
        lines[10..].ShouldAllBe(line => line.EndsWith(" works", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task The_session_credentials_of_the_other_are_used(string other, string version)
    {
        var lines = await RunAsync(
            other,
            """
            Import-Module $other
            Set-AWSCredential -AccessKey AKIDTOOLS -SecretKey tools-secret -Region eu-west-1
            Get-ConnectInstance -EndpointUrl $endpoint
            & { Set-AWSCredential -AccessKey AKIDINNER -SecretKey inner-secret; Get-ConnectInstance -EndpointUrl $endpoint }
            Get-ConnectInstance -EndpointUrl $endpoint -Credential $StoredAWSCredentials -Region eu-west-2
            Test-OtherAwsModule
            """);
        _aws.TakeCallers().ShouldBe(["AKIDTOOLS/eu-west-1/", "AKIDINNER/eu-west-1/", "AKIDTOOLS/eu-west-2/"]);
        lines[0].ShouldStartWith(version);
    }

    /// <summary>
    /// The runtime has System.Text.Json itself. In the default context an older reference gets the runtime's version, and a newer
    /// one is refused, with or without this module; a newer one can be had only in a load context, and is left alone there.
    /// </summary>
    [Theory]
    [InlineData("OlderAwsModule", "System.Text.Json 10.0.0.0 Default works", "System.Text.Json 9.0.0.0 OtherAwsModule works")]
    [InlineData("PreviousAwsModule", "refused: System.Text.Json, Version=11.0.0.0", "System.Text.Json 11.0.0.0 OtherAwsModule works")]
    public async Task Another_version_of_a_library_of_the_runtime(string other, string referenced, string own)
    {
        var lines = await RunAsync(
            other,
            """
            function Test-Reference { try { Test-OtherJson } catch { "refused: $($_.Exception.Message.Split("'")[1].Split(', Culture')[0])" } }
            Remove-Module AwsccConnect
            Import-Module $other
            Test-Reference
            Test-OtherJson -Own
            Import-Module $module
            $null = Start-ConnectSimulator -UserCount 3 -SetDefault
            "users $(@(Get-ConnectUser).Count)"
            "changed $((Get-ConnectUser -First 1 | Set-ConnectUser -FirstName Changed -PassThru).FirstName)"
            Test-Reference
            Test-OtherJson -Own
            """);
        lines.ShouldBe([referenced, own, "users 3", "changed Changed", referenced, own]);
    }

    [Fact]
    public async Task A_folder_with_spaces_and_brackets()
    {
        using ModuleCopy copy = new("a folder with spaces [and] brackets");
        var result = await PwshProcess.RunAsync(
            ["-Command", Repository.ImportModule(copy.Manifest) + "$null = Start-ConnectSimulator -UserCount 3 -SetDefault; $users = @(Get-ConnectUser); $users.Count; $users[0].GetType().Assembly.Location"]);
        result.Error.ShouldBeEmpty();
        result.Output.ShouldBe($"3\n{Path.Combine(Path.GetDirectoryName(copy.Manifest)!, "lib", "AwsccConnect.Core.dll")}\n");
    }

    private async Task BothWorkAsync(string other, string version, string script)
    {
        var lines = await RunAsync(
            other,
            script + """

            "module $((Get-ConnectUser -First 1 | Set-ConnectUser -FirstName Changed -PassThru).FirstName)"
            Test-OtherAwsModule
            foreach ($assembly in [System.AppDomain]::CurrentDomain.GetAssemblies()) {
                if ($assembly.GetName().Name -eq 'AWSSDK.Core') { "copy $([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name.Split(' ')[0])" }
            }
            """);
        lines.ShouldContain("users 3");
        lines.ShouldContain("module Changed");
        string[] theirs = [.. lines.Where(line => line.EndsWith(" works", StringComparison.Ordinal) || line.EndsWith(" fails", StringComparison.Ordinal))];
        theirs.Length.ShouldBe(6);
        theirs.ShouldAllBe(line => line.Contains(" Default works", StringComparison.Ordinal));
        theirs.Count(line => line.StartsWith(version, StringComparison.Ordinal)).ShouldBe(2);
        lines.Where(line => line.StartsWith("copy ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(["copy AwsccConnect", "copy Default"]);
    }

    private async Task<string[]> RunAsync(string other, string script, string? second = null)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var path = Path.Combine(_folder, "script.ps1");
        var module = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "tests", "modules", other, "bin", configuration), "OtherAwsModule.dll", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(
            path,
            $"{Repository.ImportModule()}$ErrorActionPreference = 'Stop'; $other = '{module}'; $module = '{Repository.ModuleManifest}'; $second = '{second}'; $endpoint = '{_aws.Url}'\n{script}");
        var result = await PwshProcess.RunAsync(
            ["-File", path],
            new Dictionary<string, string?>
            {
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["AWS_ACCESS_KEY_ID"] = null,
                ["AWS_PROFILE"] = null,
                ["AWS_REGION"] = null,
                ["AWS_CONFIG_FILE"] = path + ".config",
                ["AWS_SHARED_CREDENTIALS_FILE"] = path + ".credentials",
            });
        result.Error.ShouldBeEmpty(result.Output);
        result.ExitCode.ShouldBe(0);
        return result.Output.TrimEnd().Split('\n');
    }
}
