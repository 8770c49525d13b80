using System.Management.Automation;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;
using FsCheck;
using FsCheck.Fluent;

namespace AwsccConnect.Tests.Robustness;

/// <summary>Hostile parameters and rows against a whole module: data stays data, names are literal, and each refusal is one clear error.</summary>
public sealed class InputTests : Commands.SimulatorTestBase
{
    private const string Required = "-InstanceArn $instance -RoutingProfile $routing[0] -SecurityProfile $security[0] -LastName L -Password $password";

    /// <summary>Error ids of the module; anything else is an exception that slipped through.</summary>
    private static readonly string[] Clear =
    [
        "InvalidValue", "InvalidArn", "NotFound", "InvalidRequest", "FileNotReadable", "MissingIdentity", "ConflictingColumns", "RegionMismatch", "InvalidPatchDocument",
        "AmbiguousName", "MissingProperty", "NothingToChange", "PropertyNotUpdatable", "PatchNotApplicable", "InstanceMismatch", "UnknownColumn",
    ];

    protected override SimulatorOptions Options => new() { UserCount = 5 };

    [Fact]
    public void Names_come_back_from_the_service_as_they_went_in()
    {
        // Each fourth: creates start at the rate that AWS allows.
        string[] texts = [.. UnsafeText.ValidValues.Where(text => text.EnumerateRunes().Count() is > 0 and <= 60 && !string.IsNullOrWhiteSpace(text)).Where((_, index) => index % 4 == 0)];
        var result = Invoke(
            $$"""
            $number = 0
            $texts | ForEach-Object { [pscustomobject]@{ Username = "user$((++$script:number))"; FirstName = $_; LastName = 'L'; 'tag:Note' = $_ } } | New-ConnectUser {{Required}}
            """,
            ("texts", texts));

        foreach (var error in result.AllErrors)
        {
            Clear.ShouldContain(IdOf(error), error.ToString());
        }

        var created = 0;
        for (var number = 1; number <= texts.Length; number++)
        {
            if (Simulator.FindUser($"user{number}") is not null)
            {
                created++;
                State($"user{number}")["IdentityInfo"]!["FirstName"]!.GetValue<string>().ShouldBe(texts[number - 1]);
            }
        }

        (created + result.AllErrors.Count).ShouldBe(texts.Length);
        created.ShouldBeGreaterThan(texts.Length / 2);
        PSObject[] read = [.. Run("Get-ConnectUser -InstanceArn $instance -Username 'user*'")];
        read.Select(user => (string)user.Properties["FirstName"].Value).ShouldBeSubsetOf(texts);
    }

    [Fact]
    public void Lone_surrogates_are_refused_before_any_call()
    {
        foreach (var text in UnsafeText.BrokenUnicode.Where(text => !UnsafeText.IsValid(text)))
        {
            Fails("InvalidValue", $"New-ConnectUser jo {Required} -FirstName $text", ("text", text)).ToString().ShouldContain("Unicode");
            Fails("InvalidValue", "Get-ConnectUser -First 1 | Set-ConnectUser -AddTag @{ a = $text }", ("text", text));
            Fails("WeakPassword", $"New-ConnectUser jo {Required.Replace("$password", "$broken", StringComparison.Ordinal)}", ("broken", Secure("Correct7" + text)));
        }

        Writes().ShouldBeEmpty();
    }

    [Fact]
    public void Templates_and_formulas_in_cells_stay_data()
    {
        var path = WriteFile("r.csv", "Username,FirstName,LastName\n" + string.Concat(
            UnsafeText.Templates.Concat(UnsafeText.Formulas).Select((text, number) => $"user{number},\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",L\n")));
        PSObject[] rows = [.. Run("Import-ConnectUser $path", ("path", path))];

        rows.Select(row => (string)row.Properties["FirstName"].Value).ShouldBe(UnsafeText.Templates.Concat(UnsafeText.Formulas));
        string[] reported = [.. Run("$env:PATH; $pid").Select(item => item.ToString())];
        rows.ShouldAllBe(row => !((string)row.Properties["FirstName"].Value).Contains(reported[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Names_with_wildcards_mean_themselves_when_something_is_changed()
    {
        foreach (var name in UnsafeText.Wildcards)
        {
            var result = Invoke(
                $$"""
                Set-ConnectUser -Username $name -InstanceArn $instance -FirstName X
                [pscustomobject]@{ Username = $name; InstanceArn = $instance } | Set-ConnectUser -FirstName X
                [pscustomobject]@{ Username = $name; InstanceArn = $instance } | Remove-ConnectUser -Force
                New-ConnectUser $name {{Required}}
                Set-ConnectUser -Identifier $name -FirstName X
                """,
                ("name", name));

            result.Output.ShouldBeEmpty();
            result.AllErrors.Count.ShouldBe(5, name);
            result.AllErrors.Select(IdOf).ShouldBe(["NotFound", "NotFound", "NotFound", "InvalidValue", "InvalidArn"], name);
        }

        Writes().ShouldBeEmpty();
        Simulator.UserCount.ShouldBe(5);
    }

    [Fact]
    public void A_user_named_like_a_pattern_is_found_by_its_name_alone()
    {
        AddUser("[abc]*");
        AddUser("a");
        Run("Set-ConnectUser -Username '[abc]*' -InstanceArn $instance -FirstName Star");
        State("[abc]*")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Star");
        State("a")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Ada");
    }

    [Fact]
    public void Paths_that_lead_to_no_roster_are_one_error_each()
    {
        var inside = WriteFile("secret.txt", "Username\nana\n");
        foreach (var path in UnsafeText.Paths.Concat([Folder, UnsafeText.Long(100_000), "[", "\0"]))
        {
            foreach (var parameter in new[] { "-Path", "-LiteralPath" })
            {
                var result = Invoke($"Import-ConnectUser {parameter} $path", ("path", path));

                result.AllErrors.Count(error => IdOf(error) != "FileNotReadable").ShouldBe(0, $"{parameter} {path[..Math.Min(60, path.Length)]}: {string.Join(' ', result.AllErrors)}");
                result.AllErrors.ShouldAllBe(error => error.ToString().Length < 5000);
            }
        }

        File.ReadAllText(inside).ShouldBe("Username\nana\n");
        Directory.GetFiles(Folder).ShouldBe([inside]);
    }

    [Fact]
    public void Paths_of_other_parameters_are_one_error_each()
    {
        foreach (var path in UnsafeText.Paths.Where(path => path.Contains('\0') || path.Contains("KLM") || path.StartsWith("Env:", StringComparison.Ordinal)).Concat([Folder]))
        {
            foreach (var command in new[] { "Start-ConnectSimulator -FaultPath $path", "Get-ConnectUser -ProfileName x -ProfileLocation $path" })
            {
                var result = Invoke($"$PSDefaultParameterValues['Disabled'] = $true; {command}; $PSDefaultParameterValues.Remove('Disabled')", ("path", path));

                result.AllErrors.ShouldHaveSingleItem($"{command} {path}");
                IdOf(result.AllErrors[0]).ShouldBeOneOf("FileNotReadable", "SimulatorNotStarted");
            }
        }
    }

    [Fact]
    public void Regions_of_rows_choose_no_host()
    {
        foreach (var region in UnsafeText.Values.Concat(["x.attacker.example", "attacker.example/", "a@attacker.example", "eu-west-2#", "eu-west-2?x", "eu-west-2:80", "eu west 2", "EU-WEST-2/", UnsafeText.Long(1000)])
            .Where(region => !string.IsNullOrWhiteSpace(region) && !region.Trim().All(character => char.IsAsciiLetterOrDigit(character) || character == '-')))
        {
            var result = Invoke(
                "[pscustomobject]@{ Username = 'x'; InstanceArn = 'contact-centre'; Region = $region } | Remove-ConnectUser -Force -ErrorAction Continue",
                ("region", region));
            result.AllErrors.ShouldHaveSingleItem(region);
            result = Invoke("Get-ConnectUser -Region $region", ("region", region));
            result.AllErrors.ShouldHaveSingleItem(region);
        }

        Writes().ShouldBeEmpty();
    }

    [Fact]
    public void Values_that_hold_themselves_are_refused()
    {
        foreach (var value in new[] { "$h = @{}; $h.a = $h; $h", "$h = @{}; 1..100 | ForEach-Object { $h = @{ a = $h } }; $h", "$l = [Collections.ArrayList]::new(); $null = $l.Add($l); ,$l" })
        {
            foreach (var parameter in new[] { "IdentityInfo", "Tag", "Proficiency", "AutoAcceptConfig", "PhoneConfig", "AddTag" })
            {
                var result = Invoke($"$value = & {{ {value} }}; Get-ConnectUser -First 1 | Set-ConnectUser -{parameter} $value");

                Clear.ShouldContain(IdOf(result.AllErrors.ShouldHaveSingleItem($"{parameter} {value}")), result.AllErrors[0].ToString());
            }
        }

        foreach (var row in new[] { "$h = @{ Username = 'x' }; $h.Tags = $h; $h", "$o = [pscustomobject]@{ Username = 'x'; Tags = $null }; $o.Tags = $o; $o" })
        {
            foreach (var command in new[] { $"New-ConnectUser {Required}", "Set-ConnectUser -InstanceArn $instance", "Remove-ConnectUser -Force", "Get-ConnectUser" })
            {
                var result = Invoke($"$row = & {{ {row} }}; ,$row | {command}");

                Clear.ShouldContain(IdOf(result.AllErrors.ShouldHaveSingleItem($"{command} {row}")), result.AllErrors[0].ToString());
            }
        }

        Writes().ShouldBeEmpty();
    }

    [Fact]
    public void Tab_offers_nothing_that_a_terminal_would_obey()
    {
        AddUser("tabbed", user => user["Tags"] = new JsonArray(
            [.. UnsafeText.TerminalSequences.Concat(UnsafeText.DirectionControls).Select((text, index) => new JsonObject { ["Key"] = index % 2 == 0 ? text : $"k{index}", ["Value"] = text })]));
        var arn = Simulator.FindUser("tabbed")!;
        PSObject[] offered = [.. Run(
            """
            $line = "Set-ConnectUser $arn -EndpointUrl $url -AccessKey a -SecretKey b -Region eu-west-2 -RemoveTag "
            foreach ($try in 1..20) {
                $found = (TabExpansion2 $line $line.Length).CompletionMatches
                if (@($found | Where-Object ListItemText -Like 'k*')) { break }
                [Threading.Thread]::Sleep(100)
            }
            $found
            """,
            ("arn", arn), ("url", Simulator.Url.AbsoluteUri))];

        offered.ShouldNotBeEmpty();
        foreach (var item in offered)
        {
            foreach (var name in new[] { "CompletionText", "ListItemText", "ToolTip" })
            {
                UnsafeText.TerminalHazards((string)item.Properties[name].Value).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void A_state_path_that_holds_something_else_is_left_as_it_is()
    {
        var path = WriteFile("notes.txt", "my notes");
        var result = Invoke("Start-ConnectSimulator -StatePath $path", ("path", path));

        IdOf(result.AllErrors.ShouldHaveSingleItem()).ShouldBe("SimulatorNotStarted");
        File.ReadAllText(path).ShouldBe("my notes");
    }

    [Fact]
    public void Arns_are_read_or_refused_and_never_throw() => Prop.ForAll(
        Arb.From(UnsafeTextGenerators.Any),
        text =>
        {
            foreach (var candidate in new[] { text, $"arn:aws:connect:eu-west-2:123456789012:instance/{text}", $"arn:{text}:connect:{text}:123456789012:instance/1/agent/{text}", $"{text}:{text}:{text}:{text}:{text}:{text}" })
            {
                if (ConnectArn.TryParse(candidate, out var arn, out var reason))
                {
                    arn.ToString().ShouldBe(candidate);
                    candidate.ShouldAllBe(character => char.IsAscii(character) && !char.IsControl(character));
                }
                else
                {
                    reason.ShouldNotBeNullOrEmpty();
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_261_123, 77));

    [Fact]
    public void Random_patch_documents_are_applied_or_refused()
    {
        string[] pieces =
        [
            "[", "]", "{", "}", ",", ":", "\"op\"", "\"add\"", "\"test\"", "\"move\"", "\"copy\"", "\"remove\"", "\"replace\"", "\"path\"", "\"from\"", "\"value\"", "\"/\"", "\"\"", "\"/a~2b\"",
            "\"/Tags/-\"", "\"/Tags/99999999999999999999\"", "\"/Tags/-1\"", "\"/Tags/01\"", "\"/IdentityInfo/FirstName\"", "\"\\ud800\"", "1e999", "null", "true", "\u0000", "\"x\"",
        ];
        Random random = new(20_261_123);
        JsonObject live = new() { ["Tags"] = new JsonArray("a"), ["IdentityInfo"] = new JsonObject { ["FirstName"] = "A" } };
        var applied = 0;
        for (var round = 0; round < 4000; round++)
        {
            var text = round % 2 == 0
                ? string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]))
                : $$"""[{"op":{{pieces[random.Next(7, 12)]}},"path":{{pieces[random.Next(16, 25)]}},"from":{{pieces[random.Next(16, 25)]}},"value":{{pieces[random.Next(25, 30)]}}}]""";
            try
            {
                PatchDocument.Parse(text).Apply(live);
                applied++;
            }
            catch (Exception exception) when (exception is FormatException or ConnectOperationException)
            {
                exception.Message.ShouldNotBeNullOrEmpty();
            }
        }

        applied.ShouldBeGreaterThan(0);
        live.ToJsonString().ShouldBe("""{"Tags":["a"],"IdentityInfo":{"FirstName":"A"}}""");
    }

    [Fact]
    public void Patch_documents_beyond_all_bounds_are_refused()
    {
        foreach (var patch in new[]
        {
            UnsafeText.NestedJson(10_000), UnsafeText.NestedJson(10_000, objects: true), """[{"op":"add","path":"/Tags","value":""" + UnsafeText.NestedJson(5_000) + "}]",
            """[{"op":"add","op":"remove","path":"/Tags"}]""", """[{"op":"add","path":"/Tags","value":"\ud800"}]""", "[{\"op\":\"add\",\"path\":\"/Tags\",\"value\":\"\ud800\"}]",
            """[{"op":"add","path":"/~3/FirstName","value":1e999}]""",
        })
        {
            Fails("InvalidPatchDocument", "Set-ConnectUser $arn -PatchDocument $patch", ("patch", patch), ("arn", Simulator.FindUser("sara.smith") ?? $"{Simulator.InstanceArn}/agent/1"));
        }

        Writes().ShouldBeEmpty();
    }
}
