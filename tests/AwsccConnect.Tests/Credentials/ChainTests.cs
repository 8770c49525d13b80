using System.Security.Cryptography;

namespace AwsccConnect.Tests.Credentials;

/// <summary>
/// What the SDK finds by itself, in a process of its own whose environment names it; and that the SDK finds the services
/// it loads by name (STS, SSO) in the module's load context.
/// </summary>
public sealed class ChainTests : IAsyncDisposable
{
    private readonly FakeAws _aws = new();
    private readonly string _home = Directory.CreateTempSubdirectory("awsccconnect-").FullName;

    public async ValueTask DisposeAsync()
    {
        await _aws.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task Profiles_of_every_kind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The home folder, and with it the SSO cache, cannot be moved by environment variables.");
        File.WriteAllText(Path.Combine(_home, "web-token"), "a-web-token");
        File.WriteAllText(Path.Combine(_home, "keys.json"), "{ \"Version\": 1, \"AccessKeyId\": \"AKIDPROCESS\", \"SecretAccessKey\": \"process-secret\" }");
        WriteConfig($"""
            [default]
            region = eu-west-3
            aws_access_key_id = AKIDDEFAULT
            aws_secret_access_key = default-secret
            [profile sso]
            sso_session = lab
            sso_account_id = 123456789012
            sso_role_name = Viewer
            [sso-session lab]
            sso_start_url = https://awsccconnect-test.awsapps.com/start
            sso_region = eu-west-1
            [profile stale]
            sso_session = stale
            sso_account_id = 123456789012
            sso_role_name = Viewer
            [sso-session stale]
            sso_start_url = https://awsccconnect-stale.awsapps.com/start
            sso_region = eu-west-1
            [profile role]
            role_arn = arn:aws:iam::123456789012:role/Agent
            source_profile = sso
            region = eu-west-2
            [profile web]
            role_arn = arn:aws:iam::123456789012:role/Web
            web_identity_token_file = {Path.Combine(_home, "web-token")}
            [profile process]
            credential_process = cat {Path.Combine(_home, "keys.json")}
            [profile guarded]
            role_arn = arn:aws:iam::123456789012:role/Guarded
            source_profile = default
            mfa_serial = arn:aws:iam::123456789012:mfa/me
            """);
        WriteToken("lab", "good-token");
        WriteToken("stale", "revoked-token");

        var result = await RunAsync(
            """
            foreach ($name in $null, 'sso', 'role', 'web', 'process', 'stale', 'guarded') {
                $profile = if ($name) { @{ ProfileName = $name } } else { @{} }
                try { Get-ConnectInstance @profile } catch { "$name $($_.FullyQualifiedErrorId.Split(',')[0]): $_ $($_.ErrorDetails.RecommendedAction)" }
            }
            $env:AWS_PROFILE = 'role'
            Get-ConnectInstance
            $env:AWS_PROFILE = 'stale'
            try { Get-ConnectInstance -Region eu-west-3 } catch { "again $($_.FullyQualifiedErrorId.Split(',')[0]): $($_.ErrorDetails.RecommendedAction)" }
            $env:AWS_PROFILE = 'rol'
            try { Get-ConnectInstance -Region eu-west-2 } catch { "wrong $($_.ErrorDetails.RecommendedAction)" }
            """);

        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        _aws.TakeCallers().ShouldBe(
        [
            "AKIDDEFAULT/eu-west-3/", "AKIDSSO/eu-west-3/sso-token", "AKIDAGENT1/eu-west-2/role-token", "AKIDWEB2/eu-west-3/role-token", "AKIDPROCESS/eu-west-3/",
            "AKIDAGENT1/eu-west-2/role-token",
        ], result.Output);
        var lines = result.Output.TrimEnd().Split('\n');
        lines.Length.ShouldBe(4, result.Output);
        lines[0].ShouldStartWith("stale LoginRequired:");
        lines[0].ShouldContain("aws sso login --profile stale");
        lines[1].ShouldStartWith("guarded InvalidCredentials:");
        lines[1].ShouldContain("cannot prompt");
        lines[2].ShouldStartWith("again LoginRequired: Run: aws sso login --profile stale");
        lines[3].ShouldBe("wrong Did you mean 'role'?");
        result.Output.ShouldNotContain("revoked-token");
    }

    [Fact]
    public async Task The_order_of_the_default_chain()
    {
        var token = Path.Combine(_home, "web-token");
        File.WriteAllText(token, "a-web-token");
        WriteConfig("""
            [default]
            region = eu-west-3
            aws_access_key_id = AKIDDEFAULT
            aws_secret_access_key = default-secret
            [profile named]
            region = eu-north-1
            aws_access_key_id = AKIDNAMED
            aws_secret_access_key = named-secret
            """);
        var result = await RunAsync(
            """
            Get-ConnectInstance
            $env:AWS_REGION = $null
            $env:AWS_ACCESS_KEY_ID = $null; Get-ConnectInstance
            $env:AWS_WEB_IDENTITY_TOKEN_FILE = $null; Get-ConnectInstance
            $env:AWS_PROFILE = $null; Get-ConnectInstance
            [System.IO.File]::WriteAllText($env:AWS_CONFIG_FILE, "[default]`nregion = eu-west-1"); Get-ConnectInstance
            """,
            ("AWS_REGION", "us-east-2"),
            ("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT"),
            ("AWS_SECRET_ACCESS_KEY", "environment-secret"),
            ("AWS_WEB_IDENTITY_TOKEN_FILE", token),
            ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/Web"),
            ("AWS_PROFILE", "named"),
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", _aws.Url + "container"));
        result.Error.ShouldBeEmpty();
        _aws.TakeCallers().ShouldBe(
        [
            "AKIDENVIRONMENT/us-east-2/", "AKIDWEB1/eu-north-1/role-token", "AKIDNAMED/eu-north-1/", "AKIDDEFAULT/eu-west-3/", "AKIDCONTAINER2/eu-west-1/container-token",
        ]);
    }

    [Fact]
    public async Task Keys_of_a_container_are_fetched_again_when_they_expire_during_a_command()
    {
        _aws.Lifetime = TimeSpan.FromSeconds(2);
        _aws.Pages = 6;
        var result = await RunAsync("Get-ConnectInstance -Region eu-west-2", ("AWS_CONTAINER_CREDENTIALS_FULL_URI", _aws.Url + "container"));
        result.Error.ShouldBeEmpty();
        var callers = _aws.TakeCallers();
        callers.Count.ShouldBe(6);
        callers.ShouldAllBe(caller => caller.StartsWith("AKIDCONTAINER", StringComparison.Ordinal) && caller.EndsWith("/eu-west-2/container-token", StringComparison.Ordinal));
        callers.Distinct().Count().ShouldBeGreaterThan(1);
        _aws.KeyRequests.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_container_endpoint_that_does_not_respond_is_one_error()
    {
        var result = await RunAsync(
            "try { Get-ConnectInstance -Region eu-west-2 } catch { $_.FullyQualifiedErrorId }",
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", $"http://127.0.0.1:{StubServer.FreePort()}/container"));
        result.Output.ShouldBeOneOf("InvalidCredentials,AwsccConnect.Commands.Lookup.GetConnectInstanceCommand\n", "NetworkFailure,AwsccConnect.Commands.Lookup.GetConnectInstanceCommand\n");
        _aws.TakeCallers().ShouldBeEmpty();
    }

    private void WriteConfig(string text) => File.WriteAllText(Path.Combine(_home, "config"), text);

    /// <summary>What <c>aws sso login</c> leaves behind; the file's name is the digest of the session's name.</summary>
    private void WriteToken(string session, string token)
    {
        var cache = Directory.CreateDirectory(Path.Combine(_home, ".aws", "sso", "cache")).FullName;
#pragma warning disable CA5350 // The AWS CLI names the files so.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(session)));
#pragma warning restore CA5350
        File.WriteAllText(
            Path.Combine(cache, name + ".json"),
            $"{{ \"startUrl\": \"https://x\", \"region\": \"eu-west-1\", \"accessToken\": \"{token}\", \"expiresAt\": \"2999-01-01T00:00:00Z\" }}");
    }

    private Task<PwshResult> RunAsync(string script, params (string Name, string? Value)[] environment)
    {
        var path = Path.Combine(_home, "script.ps1");
        File.WriteAllText(path, Repository.ImportModule() + script);
        var credentials = Path.Combine(_home, "credentials");
        File.AppendAllText(credentials, string.Empty);
        File.AppendAllText(Path.Combine(_home, "config"), string.Empty);
        string[] cleared =
        [
            "AWS_REGION", "AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN", "AWS_ENDPOINT_URL",
        ];
        Dictionary<string, string?> variables = new(cleared.ToDictionary(name => name, _ => (string?)null))
        {
            ["HOME"] = _home,
            ["AWS_CONFIG_FILE"] = Path.Combine(_home, "config"),
            ["AWS_SHARED_CREDENTIALS_FILE"] = credentials,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_ENDPOINT_URL_CLOUDCONTROL"] = _aws.Url,
            ["AWS_ENDPOINT_URL_STS"] = _aws.Url,
            ["AWS_ENDPOINT_URL_SSO"] = _aws.Url,
        };
        foreach ((var name, var value) in environment)
        {
            variables[name] = value;
        }

        return PwshProcess.RunAsync(["-File", path], variables);
    }
}
