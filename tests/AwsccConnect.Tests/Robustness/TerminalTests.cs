using System.Text.RegularExpressions;
using AwsccConnect.Core;
using FsCheck;
using FsCheck.Fluent;

namespace AwsccConnect.Tests.Robustness;

/// <summary>Text of AWS or a file is never printed raw: no stream, table or prompt has control sequences for the terminal.</summary>
public partial class TerminalTests : Commands.SimulatorTestBase
{
    private const string Osc = "\u001b]0;" + UnsafeText.Marker + "\u0007";
    private const string Blink = "\u001b[5m" + UnsafeText.Marker;
    private const string Csi = "\u009b31m" + UnsafeText.Marker;
    private const string Override = "user\u202Etxt.exe" + UnsafeText.Marker;
    private const string Forged = UnsafeText.Marker + "\n  Password = forged\r\nWhat if: forged";

    protected override SimulatorOptions Options => new() { UserCount = 1 };

    private static string[] Payloads => [Osc, Blink, Csi, Override, Forged, .. UnsafeText.TerminalSequences, .. UnsafeText.DirectionControls];

    [Fact]
    public void Cleaned_texts_have_no_hazard_and_clean_ones_stay() => Prop.ForAll(
        Arb.From(UnsafeTextGenerators.Any),
        text =>
        {
            UnsafeText.TerminalHazards(TerminalText.Clean(text)).ShouldBeEmpty();
            UnsafeText.TerminalHazards(TerminalText.CleanLine(text)).ShouldBeEmpty();
            TerminalText.CleanLine(text).ShouldNotContain("\n");
            TerminalText.Clean(TerminalText.Clean(text)).ShouldBe(TerminalText.Clean(text));
            if (UnsafeText.TerminalHazards(text).Count == 0)
            {
                TerminalText.Clean(text).ShouldBe(text);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_261_123, 77));

    [Theory]
    [InlineData("\u001b[31m", "`u{1b}[31m")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a`u{d}b")]
    [InlineData("\u202Ex", "`u{202e}x")]
    [InlineData("Zo\u00EB \u05E9\u200F\t!", "Zo\u00EB \u05E9\u200F\t!")]
    public void Hazards_are_written_as_powershell_writes_them(string text, string expected) => TerminalText.Clean(text).ShouldBe(expected);

    [Fact]
    public void Values_of_aws_are_faithful_in_objects_and_clean_in_tables_and_prompts()
    {
        foreach (var payload in Payloads)
        {
            CheckValues(payload);
        }
    }

    private void CheckValues(string payload)
    {
        var arn = Texts("Get-ConnectUser -IdentifierOnly | ForEach-Object UserArn").Single();
        var model = State(arn);
        model["Username"] = payload;
        foreach (var name in new[] { "FirstName", "LastName", "Email", "SecondaryEmail", "Mobile" })
        {
            model["IdentityInfo"]![name] = payload;
        }

        model["PhoneConfig"] = new JsonObject { ["DeskPhoneNumber"] = payload, ["PhoneType"] = payload };
        model["Tags"] = new JsonArray(new JsonObject { ["Key"] = payload, ["Value"] = payload });
        model["Novelty"] = payload;
        Simulator.SetProperties("AWS::Connect::User", arn, model.ToJsonString());

        var result = Invoke(
            """
            $VerbosePreference = $DebugPreference = 'Continue'
            $read = Get-ConnectUser $arn
            $read.FirstName -ceq $payload
            $read.Username -ceq $payload
            $read.Tags[0].Key -ceq $payload
            $read | Out-Default
            $read.LastName = 'Other'
            $read | Set-ConnectUser -WhatIf
            Set-ConnectUser $arn -FirstName $payload -LastName $payload -AddTag @{ a = $payload } -WhatIf
            Set-ConnectUser $arn -PatchDocument $patch -WhatIf
            $arn | Remove-ConnectUser -WhatIf
            $read | New-ConnectUser -WhatIf -ErrorAction SilentlyContinue
            Get-ConnectUser -InstanceArn $instance -Username $payload | Out-Null
            Get-ConnectUser -InstanceArn $instance -Username "$payload-none" -ErrorAction SilentlyContinue | Out-Null
            """,
            ("arn", arn),
            ("payload", payload),
            ("patch", new JsonArray(new JsonObject { ["op"] = "replace", ["path"] = "/IdentityInfo/FirstName", ["value"] = payload }).ToJsonString()));

        result.TerminatingException.ShouldBeNull();
        result.Output.Take(3).Select(item => item.BaseObject).ShouldAllBe(value => Equals(value, true));
        ShouldBeClean(result);
        Session.UI.RawText.ShouldContain("What if");
        Session.UI.RawText.ShouldNotContain("\n  Password = forged");
        Session.UI.RawText.ShouldNotContain("\nWhat if: forged");
    }

    [Fact]
    public void Cells_of_rosters_are_clean_in_errors_warnings_and_tables()
    {
        foreach (var payload in Payloads)
        {
            CheckCells(payload);
        }
    }

    private void CheckCells(string payload)
    {
        var result = Invoke(
            """
            $row = [pscustomobject]@{ Username = $payload; FirstName = $payload; Mobile = $payload; RoutingProfile = $payload; AutoAccept = $payload }
            $row.PSObject.Properties.Add([psnoteproperty]::new("x$payload", 'y'))
            $row | New-ConnectUser -InstanceArn $instance -Verbose
            [pscustomobject]@{ Username = "ana.$payload"; SecurityProfiles = $payload; PhoneType = $payload } | New-ConnectUser -InstanceArn $payload -Verbose
            $payload, "arn:aws:connect:eu-west-2:123456789012:instance/$payload/agent/1" | Remove-ConnectUser -Confirm:$false -Verbose
            Set-ConnectUser -Identifier $payload -FirstName x -Region 'eu-west-2'
            Get-ConnectUser -InstanceArn $payload
            Get-ConnectUser -Identifier $payload
            Get-ConnectRoutingProfile -InstanceArn $instance -Name $payload
            """,
            ("payload", payload));

        result.AllErrors.Count.ShouldBeGreaterThan(4);
        ShouldBeClean(result);
    }

    [Theory]
    [InlineData(400, "ValidationException")]
    [InlineData(400, "ResourceNotFoundException")]
    [InlineData(403, "AccessDeniedException")]
    [InlineData(400, "Strange\\u001b]0;x\\u0007Exception")]
    [InlineData(418, "")]
    public async Task Errors_of_aws_are_clean(int status, string code)
    {
        foreach (var payload in new[] { Osc, Blink, Csi, Override, "\u001b]8;;https://example.com\u001b\\x" })
        {
            var text = JsonSerializer.Serialize(payload).Trim('"');
            await using StubServer server = new(code.Length == 0
                ? new CannedResponse(status, payload) { ContentType = "text/html" }
                : CannedResponse.Error(status, code, text));
            var result = Invoke(
                """
                $arn = 'arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555/agent/11111111-2222-3333-4444-555555555555'
                Get-ConnectUser $arn -EndpointUrl $url -AccessKey AKIAX -SecretKey x -Verbose -Debug
                """,
                ("url", server.Url));

            result.AllErrors.ShouldNotBeEmpty();
            ShouldBeClean(result);
            var all = string.Join('\n', result.AllErrors.Select(error => $"{error.Exception} {error.ErrorDetails?.Message}"));
            all.ShouldContain("`u{");
        }
    }

    [Fact]
    public async Task Status_messages_of_failed_requests_are_clean()
    {
        const string Token = "7f3c9d1e-0000-4000-8000-000000000001";
        var failed = new JsonObject
        {
            ["ProgressEvent"] = new JsonObject
            {
                ["TypeName"] = "AWS::Connect::User",
                ["RequestToken"] = Token,
                ["Operation"] = "DELETE",
                ["OperationStatus"] = "FAILED",
                ["ErrorCode"] = "Invalid\u001b]0;x\u0007Request",
                ["StatusMessage"] = Osc + Csi + Override,
            },
        }.ToJsonString();
        await using StubServer server = new(CannedResponse.Ok(failed));
        var result = Invoke(
            """
            $arn = 'arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555/agent/11111111-2222-3333-4444-555555555555'
            Remove-ConnectUser $arn -Force -EndpointUrl $url -AccessKey AKIAX -SecretKey x -Verbose -Debug
            Remove-ConnectUser $arn -Force -NoWait -EndpointUrl $url -AccessKey AKIAX -SecretKey x -OutVariable request | Out-Default
            """,
            ("url", server.Url));

        result.AllErrors.ShouldNotBeEmpty();
        ShouldBeClean(result);
    }

    [GeneratedRegex("\u001b\\[(?!5m)[0-9;]*m")]
    private static partial Regex EngineStyle();

    /// <summary>The engine's own colours apart, no stream has a hazard.</summary>
    private void ShouldBeClean(InvocationResult result)
    {
        var ui = Session.UI;
        foreach (var error in result.AllErrors)
        {
            Check("error", error.ToString());
            Check("error id", error.FullyQualifiedErrorId);
            Check("exception", error.Exception.ToString());
            Check("category", error.CategoryInfo.ToString());
            Check("details", error.ErrorDetails?.Message);
            Check("remedy", error.ErrorDetails?.RecommendedAction);
        }

        Check("host", ui.RawText);
        foreach (var line in result.Warnings.Concat(result.Verbose).Concat(result.Debug))
        {
            Check("stream", line);
            line.ShouldNotContain("\n");
        }

        foreach (var line in ui.WarningLines.Concat(ui.OtherLines).Concat(ui.Prompts))
        {
            Check("line", line);
        }

        foreach (var record in result.Progress.Concat(ui.Progress))
        {
            Check("progress", record.ToString());
        }

        static void Check(string what, string? text) => UnsafeText.TerminalHazards(EngineStyle().Replace((text ?? string.Empty).ReplaceLineEndings("\n"), ""))
            .ShouldBeEmpty($"{what}: {JsonSerializer.Serialize(text)}");
    }
}
