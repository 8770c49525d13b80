using System.Diagnostics;
using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Completion;

/// <summary>What Tab offers for the values of parameters.</summary>
public sealed class CompletionTests : IAsyncLifetime
{
    private readonly ModuleSession _session = new();
    private ConnectSimulator? _simulator;

    private ConnectSimulator Simulator => _simulator!;

    private string Connection => $"-EndpointUrl {Simulator.Url} -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2";

    public async ValueTask InitializeAsync() => _simulator = await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 12 });

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        await _simulator!.DisposeAsync();
    }

    [Theory]
    [InlineData("-RoutingProfile ", "Billing,'Basic Routing Profile',Sales,'Support Tier 1','Support Tier 2'")]
    [InlineData("-RoutingProfile bas", "'Basic Routing Profile'")]
    [InlineData("-RoutingProfile 'Support T", "'Support Tier 1','Support Tier 2'")]
    [InlineData("-RoutingProfile \"Support T", "'Support Tier 1','Support Tier 2'")]
    [InlineData("-RoutingProfile Tier", "'Support Tier 1','Support Tier 2'")]
    [InlineData("-RoutingProfileArn sal", "Sales")]
    [InlineData("-SecurityProfile Agent, Team", "TeamLead")]
    [InlineData("-AddSecurityProfile qual", "QualityAnalyst")]
    [InlineData("-RemoveSecurityProfile adm", "Admin")]
    [InlineData("-HierarchyGroup Leeds/", "'Leeds/Leeds Billing','Leeds/Leeds Sales','Leeds/Leeds Support'")]
    public void Names_are_offered_for_an_instance_given_by_alias(string parameter, string expected)
    {
        Offered($"Set-ConnectUser {Connection} -InstanceArn contact-centre {parameter}", warm: true).ShouldBe(expected.Split(','), ignoreOrder: true);
    }

    [Theory]
    [InlineData("Get-ConnectRoutingProfile {0} -InstanceArn contact-centre sal", "Sales")]
    [InlineData("Get-ConnectSecurityProfile {0} -Name qual", "QualityAnalyst")]
    [InlineData("Get-ConnectHierarchyGroup {0} -Name Leeds/", "'Leeds/Leeds Billing','Leeds/Leeds Sales','Leeds/Leeds Support'")]
    [InlineData("Get-ConnectInstance {0} cont", "contact-centre")]
    public void Look_ups_offer_the_names_they_find(string line, string expected) =>
        Offered(string.Format(System.Globalization.CultureInfo.InvariantCulture, line, Connection), warm: true).ShouldBe(expected.Split(','), ignoreOrder: true);

    [Theory]
    [InlineData("New-ConnectUser -AutoAcceptConfig ch", "@{ Channel = 'CHAT'; AutoAccept = $true }|@{ Channel = 'CHAT'; AutoAccept = $false }")]
    [InlineData("Set-ConnectUser -PersistentConnectionConfig ", "@{ Channel = 'VOICE'; PersistentConnection = $true }|@{ Channel = 'VOICE'; PersistentConnection = $false }")]
    [InlineData("Set-ConnectUser -AfterContactWorkConfigs em", "@{ Channel = 'EMAIL'; AfterContactWorkConfig = @{ AfterContactWorkTimeLimit = 30 } }")]
    [InlineData("Set-ConnectUser -PhoneNumberConfig voice_s", "")]
    [InlineData("Set-ConnectUser -PhoneNumberConfig desk", "@{ Channel = 'VOICE'; PhoneType = 'DESK_PHONE' }")]
    [InlineData("Set-ConnectUser -VoiceEnhancementConfig isol", "@{ Channel = 'VOICE'; VoiceEnhancementMode = 'VOICE_ISOLATION' }")]
    [InlineData("Start-ConnectSimulator -Quota A", "Aws")]
    [InlineData("Start-ConnectSimulator -Quota upd", "@{ 'UpdateUser*' = '2/5' }")]
    [InlineData("Start-ConnectSimulator -IdentityManagement s", "Saml")]
    public void Settings_by_channel_and_quotas_are_offered_whole(string line, string expected)
    {
        Offered(line).ShouldBe(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        Simulator.Calls.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(OfferedSettings))]
    public void What_is_offered_for_a_channel_is_accepted(string parameter)
    {
        foreach (string value in Offered($"Set-ConnectUser {parameter} "))
        {
            _session.Invoke($"New-ConnectUser ana {Connection} -InstanceArn contact-centre -GeneratePassword -RoutingProfile Sales -SecurityProfile Agent {parameter} {value} -WhatIf")
                .AllErrors.ShouldBeEmpty(value);
        }
    }

    public static TheoryData<string> OfferedSettings =>
        ["-AutoAcceptConfig", "-AfterContactWorkConfig", "-PersistentConnectionConfig", "-PhoneNumberConfig", "-VoiceEnhancementConfig"];

    [Fact]
    public void An_endpoint_that_accepts_and_never_answers_holds_nobody_up()
    {
        using System.Net.Sockets.TcpListener silent = new(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        int port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        Stopwatch watch = Stopwatch.StartNew();
        for (int tab = 0; tab < 3; tab++)
        {
            Offered($"Set-ConnectUser -EndpointUrl http://127.0.0.1:{port} -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2 -InstanceArn contact-centre -RoutingProfile ").ShouldBeEmpty();
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "far below the time-out of a call, 60 seconds");
        _session.Run("$Error.Count").Single().BaseObject.ShouldBe(0);
    }

    [Fact]
    public void A_name_has_its_ARN_in_the_tooltip_and_is_looked_up_once()
    {
        CompletionResult[] first = Complete($"New-ConnectUser {Connection} -InstanceArn {Simulator.InstanceArn} -RoutingProfile sal", warm: true);
        first.ShouldHaveSingleItem().ToolTip.ShouldStartWith(Simulator.InstanceArn + "/routing-profile/");
        first[0].ListItemText.ShouldBe("Sales");
        Simulator.ClearCalls();
        Complete($"New-ConnectUser {Connection} -InstanceArn {Simulator.InstanceArn} -RoutingProfile bil").ShouldHaveSingleItem();
        Simulator.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_user_given_by_ARN_tells_the_instance()
    {
        string arn = AnyUser();
        Offered($"Set-ConnectUser {arn} {Connection} -RoutingProfile sal", warm: true).ShouldBe(["Sales"]);
        Simulator.Calls.ShouldNotContain(call => call.TypeName == "AWS::Connect::Instance");
    }

    [Fact]
    public void Without_an_instance_those_of_the_Region_are_looked_in() =>
        Offered($"Set-ConnectUser {Connection} -RoutingProfile bil", warm: true).ShouldBe(["Billing"]);

    [Fact]
    public void Instances_are_offered_by_alias()
    {
        CompletionResult offered = Complete($"Get-ConnectUser {Connection} -InstanceArn cont", warm: true).ShouldHaveSingleItem();
        offered.CompletionText.ShouldBe("contact-centre");
        offered.ToolTip.ShouldBe(Simulator.InstanceArn);
        Offered($"Get-ConnectRoutingProfile {Connection} -InstanceArn c").ShouldBe(["contact-centre"]);
    }

    [Fact]
    public void Usernames_are_offered()
    {
        string name = JsonNode.Parse(Simulator.GetProperties(AnyUser()))!["Username"]!.ToString();
        Offered($"Get-ConnectUser {Connection} -Username {name[..3]}", warm: true).ShouldContain(name);
        Offered($"Remove-ConnectUser {Connection} -InstanceArn contact-centre -Username {name[..3]}", warm: true).ShouldContain(name);
    }

    [Fact]
    public void Keys_of_tags_are_those_of_the_user()
    {
        string arn = AnyUser();
        JsonObject state = JsonNode.Parse(Simulator.GetProperties(arn))!.AsObject();
        state["Tags"] = new JsonArray(
            new JsonObject { ["Key"] = "Cost centre", ["Value"] = "12" }, new JsonObject { ["Key"] = "it's", ["Value"] = "x" });
        Simulator.SetProperties("AWS::Connect::User", arn, state.ToJsonString());
        Offered($"Set-ConnectUser -Identifier {arn} {Connection} -RemoveTag ", warm: true).ShouldBe(["'Cost centre'", "'it''s'"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Get-ConnectUser -Region eu-west-", "eu-west-1,eu-west-2,eu-west-3")]
    [InlineData("Set-ConnectUser -Region us-gov-e", "us-gov-east-1")]
    [InlineData("Get-ConnectInstance -Region me-c", "me-central-1")]
    [InlineData("Start-ConnectSimulator -Region sa-e", "sa-east-1")]
    [InlineData("New-ConnectUser -PhoneType ", "DESK_PHONE,SOFT_PHONE")]
    [InlineData("Set-ConnectUser -PhoneType des", "DESK_PHONE")]
    public void Regions_and_listed_values_are_offered_without_a_call(string line, string expected)
    {
        Offered(line).ShouldBe(expected.Split(','), ignoreOrder: true);
        Simulator.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Profiles_of_a_configuration_file_are_offered()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "[night-shift]\naws_access_key_id=AKIDEXAMPLE\naws_secret_access_key=secret\n[day shift]\naws_access_key_id=AKIDEXAMPLE\naws_secret_access_key=secret\n");
            Offered($"Get-ConnectUser -ProfileLocation '{file}' -ProfileName night").ShouldBe(["night-shift"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void What_looks_like_a_wildcard_is_only_text()
    {
        string arn = $"{Simulator.InstanceArn}/routing-profile/{Guid.NewGuid()}";
        JsonObject profile = new() { ["InstanceArn"] = Simulator.InstanceArn, ["RoutingProfileArn"] = arn, ["Name"] = "[*] O'Hare; $x", ["Description"] = "d" };
        Simulator.SetProperties("AWS::Connect::RoutingProfile", arn, profile.ToJsonString());
        Offered($"New-ConnectUser {Connection} -InstanceArn contact-centre -RoutingProfile '[*]", warm: true).ShouldBe(["'[*] O''Hare; $x'"]);
        Offered($"New-ConnectUser {Connection} -InstanceArn contact-centre -RoutingProfile *").ShouldBe(["'[*] O''Hare; $x'"]);
    }

    [Fact]
    public void The_sessions_default_parameter_values_count()
    {
        _session.Run(
            "$PSDefaultParameterValues = @{ '*-Connect*:EndpointUrl' = $url; '*-Connect*:AccessKey' = 'AKIDEXAMPLE'; '*-Connect*:SecretKey' = 'secret'; '*-Connect*:Region' = 'eu-west-2' }",
            ("url", Simulator.Url.AbsoluteUri));
        Offered("Set-ConnectUser -InstanceArn contact-centre -RoutingProfile sal", warm: true).ShouldBe(["Sales"]);
    }

    [Theory]
    [InlineData("-EndpointUrl http://127.0.0.1:9 -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2 -InstanceArn contact-centre -RoutingProfile ")]
    [InlineData("-EndpointUrl http://127.0.0.1:9 -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2 -InstanceArn ")]
    [InlineData("-EndpointUrl http://127.0.0.1:9 -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2 -InstanceArn contact-centre -RemoveTag ")]
    [InlineData("-EndpointUrl nonsense -AccessKey AKIDEXAMPLE -Region eu-west-2 -InstanceArn contact-centre -SecurityProfile ")]
    public void Where_nothing_answers_nothing_is_offered_and_nobody_waits(string arguments)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Offered($"Set-ConnectUser {arguments}").ShouldBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), "far above the limit, for a busy machine");
        _session.Run("$Error.Count").Single().BaseObject.ShouldBe(0);
    }

    [Fact]
    public async Task Neither_importing_nor_the_parameters_metadata_load_the_SDK()
    {
        // In a process of its own: in this one other tests have long used the SDK.
        PwshResult result = await PwshProcess.RunAsync(
            [
                "-NonInteractive",
                "-Command",
                PwshProcess.ImportModule() +
                """
                $null = Get-Command -Module AwsccConnect | ForEach-Object { $_.Parameters.Values } | ForEach-Object { $_.Attributes.Count }
                (TabExpansion2 'New-ConnectUser -PhoneType so' 28).CompletionMatches.CompletionText
                [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -like 'AwsccConnect*' |
                    ForEach-Object { $_.Assemblies } | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -eq 'AwsccConnect' -or $_ -like 'AWSSDK*' }
                """,
            ]);
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe(["SOFT_PHONE", "AwsccConnect"]);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_not_waited_for()
    {
        await using ConnectSimulator slow = await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 1, LatencyMilliseconds = 60_000 });
        Stopwatch watch = Stopwatch.StartNew();
        Offered($"Get-ConnectUser -EndpointUrl {slow.Url} -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2 -InstanceArn ").ShouldBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "half of what an answer takes");
    }

    [Fact]
    public async Task A_name_that_takes_longer_than_a_Tab_waits_is_there_at_a_later_one()
    {
        await using ConnectSimulator slow = await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 1, LatencyMilliseconds = 600 });
        string line = $"Get-ConnectUser -EndpointUrl {slow.Url} -AccessKey AKIDEXAMPLE -SecretKey secret -Region eu-west-2 -InstanceArn c";
        Offered(line).ShouldBeEmpty("a list and a read take 1.2 seconds");
        Offered(line, warm: true).ShouldBe(["contact-centre"]);
        slow.Calls.Count.ShouldBe(2, "the later Tab waits for the same look-up");
    }

    private string AnyUser()
    {
        _session.Run($"$u = Get-ConnectUser {Connection} -IdentifierOnly -First 1");
        string arn = _session.Run("$u.UserArn").Single().ToString();
        Simulator.ClearCalls();
        return arn;
    }

    private string[] Offered(string line, bool warm = false) => [.. Complete(line, warm).Select(result => result.CompletionText)];

    /// <summary>The values offered at the end of a line; a warm one asks again, since the first Tab does not wait for a slow machine.</summary>
    private CompletionResult[] Complete(string line, bool warm = false)
    {
        CompletionResult[] results = [];
        for (int attempt = 0; attempt < (warm ? 15 : 1); attempt++)
        {
            results =
            [
                .. _session.Run("(TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches", ("line", line))
                    .Select(item => (CompletionResult)item.BaseObject)
                    .Where(result => result.ResultType == CompletionResultType.ParameterValue),
            ];
            if (results.Length > 0)
            {
                break;
            }
        }

        return results;
    }
}
