using System.Collections;
using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>Passwords and keys appear nowhere that anybody could read them.</summary>
public sealed class SecretsTests
{
    private const string Marker = "Zq7MarkerPassw0rd";
    private const string SecretKey = "marker/secret+key/0123456789abcdefABCDEF";
    private const string SessionToken = "marker-session-token-0123456789";
    private static readonly string[] Secrets = [Marker, SecretKey, SessionToken];

    public static TheoryData<string> Ways =>
    [
        "$row | New-ConnectUser -Password $markerPassword",
        "New-ConnectUser -FirstName Jane -LastName Li -InitialCredential ([pscredential]::new('jane', $markerPassword))",
        "$plainRow | New-ConnectUser -AllowPlainTextPassword",
        "$plainRow | New-ConnectUser",
        "$plainRow | Set-ConnectUser -FirstName X",
        "$row | New-ConnectUser -Password $markerPassword -WhatIf",
        "$plainRow | New-ConnectUser -AllowPlainTextPassword -WhatIf",
        "$row | New-ConnectUser -Password $markerPassword -NoWait",
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Nothing_shows_a_secret_when_all_goes_well(string script) => await CheckAsync(script, null);

    [Theory]
    [InlineData(SimulatorFaultKind.HandlerError, "AlreadyExists", null)]
    [InlineData(SimulatorFaultKind.HandlerError, "InvalidRequest", null)]
    [InlineData(SimulatorFaultKind.Exception, null, "AlreadyExistsException")]
    [InlineData(SimulatorFaultKind.Exception, null, "InvalidRequestException")]
    [InlineData(SimulatorFaultKind.Exception, null, "UnrecognizedClientException")]
    [InlineData(SimulatorFaultKind.Http5xx, null, null)]
    [InlineData(SimulatorFaultKind.Throttle, null, null)]
    [InlineData(SimulatorFaultKind.Reset, null, null)]
    [InlineData(SimulatorFaultKind.NotApplied, null, null)]
    [InlineData(SimulatorFaultKind.ResetAfter, null, null)]
    [InlineData(SimulatorFaultKind.Garbage, null, null)]
    [InlineData(SimulatorFaultKind.Truncated, null, null)]
    [InlineData(SimulatorFaultKind.WrongContentType, null, null)]
    public async Task Nothing_shows_a_secret_when_it_fails(SimulatorFaultKind kind, string? code, string? exception) => await CheckAsync(
        "$row | New-ConnectUser -Password $markerPassword -TimeoutSeconds 3; $plainRow | New-ConnectUser -AllowPlainTextPassword -TimeoutSeconds 3",
        new SimulatorFault { Operation = "CreateResource", Kind = kind, ErrorCode = code ?? "ServiceInternalError", ExceptionName = exception ?? "ServiceInternalErrorException" });

    [Fact]
    public async Task A_weak_password_is_refused_without_being_shown()
    {
        await using var session = await SafetySession.StartAsync();
        const string Weak = "zqweakmarker";
        var result = session.Invoke(
            "$row | New-ConnectUser -Password $weak -Debug -Verbose; $plain | New-ConnectUser -AllowPlainTextPassword -Debug -Verbose",
            ("row", SafetySession.Rows("jane")),
            ("weak", SafetySession.Secure(Weak)),
            ("plain", PlainRow("joe", Weak)));
        result.AllErrors.Count.ShouldBe(2);
        result.AllErrors.ShouldAllBe(error => error.FullyQualifiedErrorId.StartsWith("WeakPassword,", StringComparison.Ordinal));
        AllText(session, result).ShouldNotContain(Weak);
        session.Writes().ShouldBeEmpty();
    }

    [Fact]
    public async Task Debug_shows_the_bodies_without_the_password()
    {
        await using var session = await SafetySession.StartAsync();
        var result = session.Invoke(
            "$row | New-ConnectUser -Password $markerPassword -Debug", ("row", SafetySession.Rows("jane")), ("markerPassword", SafetySession.Secure(Marker)));
        result.AllErrors.ShouldBeEmpty();
        var request = result.Debug.Single(line => line.StartsWith("CreateResource request:", StringComparison.Ordinal));
        request.ShouldContain("\"Username\":\"jane\"");
        request.ShouldContain("\"Password\":\"***\"");
        result.Debug.ShouldContain(line => line.StartsWith("CreateResource response:", StringComparison.Ordinal));
        session.Simulator.CheckPassword(session.Simulator.FindUser("jane")!, Marker).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_Debug_there_are_no_bodies()
    {
        await using var session = await SafetySession.StartAsync();
        session.Invoke("$row | New-ConnectUser -Password $password -Verbose", ("row", SafetySession.Rows("jane"))).Debug.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_generated_password_is_returned_once_and_nowhere_else()
    {
        await using var session = await SafetySession.StartAsync();
        var result = session.Invoke("$row | New-ConnectUser -GeneratePassword -Debug -Verbose", ("row", SafetySession.Rows("jane")));
        result.AllErrors.ShouldBeEmpty();
        var credential = (PSCredential)result.Output.ShouldHaveSingleItem().Properties["InitialCredential"].Value;
        var password = credential.GetNetworkCredential().Password;
        session.Simulator.CheckPassword(session.Simulator.FindUser("jane")!, password).ShouldBeTrue();
        AllText(session, result).ShouldNotContain(password);
    }

    private static async Task CheckAsync(string script, SimulatorFault? fault)
    {
        using TemporaryFolder folder = new();
        var state = folder.PathOf("state.json");
        var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 3, StatePath = state });
        InvocationResult result;
        string text;
        await using (session)
        {
            if (fault is not null)
            {
                session.Simulator.Faults.Add(fault);
            }

            session.Run(
                "$PSDefaultParameterValues['*-ConnectUser:SecretKey'] = $secretKey; $PSDefaultParameterValues['*-ConnectUser:SessionToken'] = $sessionToken; $PSDefaultParameterValues['*-ConnectUser:ChangeLogPath'] = $log",
                ("secretKey", SecretKey),
                ("sessionToken", SessionToken),
                ("log", folder.PathOf("changes.jsonl")));
            result = session.Invoke(
                $"$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; {script}",
                ("row", SafetySession.Rows("jane")),
                ("plainRow", PlainRow("joe", Marker)),
                ("markerPassword", SafetySession.Secure(Marker)));
            text = AllText(session, result);
        }

        text.ShouldContain(script.Contains("$plainRow", StringComparison.Ordinal) ? "joe" : "jane", customMessage: "the script did something");
        foreach (var secret in Secrets)
        {
            text.ShouldNotContain(secret);
            foreach (var file in Directory.EnumerateFiles(folder.Root))
            {
                (await File.ReadAllTextAsync(file)).ShouldNotContain(secret);
            }
        }
    }

    private static PSObject PlainRow(string username, string password)
    {
        var row = SafetySession.Rows(username)[0];
        row.Properties.Add(new PSNoteProperty("Password", password));
        return row;
    }

    /// <summary>Everything that a user, a transcript or an error report could see.</summary>
    private static string AllText(SafetySession session, InvocationResult result)
    {
        StringBuilder text = new();
        text.AppendJoin('\n', result.Verbose).AppendJoin('\n', result.Debug).AppendJoin('\n', result.Warnings);
        text.AppendJoin('\n', result.Progress.Select(record => record.ToString())).AppendJoin('\n', result.Information.Select(record => record.ToString()));
        text.AppendJoin('\n', session.Simulator.Calls.Select(call => call.ToString() + call.ClientToken + call.Identifier));
        text.AppendJoin('\n', session.Session.UI.WarningLines).Append(session.Session.UI.Text);
        foreach (var item in result.Output)
        {
            Describe(text, item, 0);
        }

        foreach (var error in result.AllErrors)
        {
            text.AppendLine(error.ToString()).AppendLine(error.ErrorDetails?.RecommendedAction).AppendLine(error.CategoryInfo.ToString());
            Describe(text, error.TargetObject, 0);
            for (var exception = error.Exception; exception is not null; exception = exception.InnerException)
            {
                text.AppendLine(exception.ToString());
                Describe(text, PSObject.AsPSObject(exception), 3);
                foreach (DictionaryEntry data in exception.Data)
                {
                    text.Append(data.Key).Append(data.Value);
                }
            }
        }

        text.Append(session.Session.Render([.. result.Output, .. result.AllErrors], 200));
        return text.ToString();
    }

    private static void Describe(StringBuilder text, object? value, int depth)
    {
        text.Append(value?.ToString()).Append('\n');
        if (depth > 4 || value is null or string or PSCredential || value.GetType().IsPrimitive)
        {
            return;
        }

        if (value is IEnumerable items and not PSObject)
        {
            foreach (var item in items)
            {
                Describe(text, item, depth + 1);
            }

            return;
        }

        foreach (var property in PSObject.AsPSObject(value).Properties)
        {
            object? member;
            try
            {
                member = property.Value;
            }
            catch (GetValueException)
            {
                continue;
            }

            text.Append(property.Name).Append('=');
            Describe(text, member, depth + 1);
        }
    }
}
