using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.Concurrency;

/// <summary>Several sessions and processes on the same users of one simulator.</summary>
public sealed class SessionsTests : SimulatorTestBase
{
    protected override SimulatorOptions Options => new() { UserCount = 5 };

    [Fact]
    public async Task Of_two_processes_that_change_the_same_with_IfUnchanged_one_fails_cleanly()
    {
        var arns = Arns();
        var results = await Task.WhenAll(Process(1, Edit("One")), Process(2, Edit("Two")));

        string[] lines = [.. results.SelectMany(result => result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        lines.Count(line => line.StartsWith("ok ", StringComparison.Ordinal)).ShouldBe(arns.Length, string.Join('\n', lines) + results[0].Error + results[1].Error);
        lines.Count(line => line.StartsWith("ConcurrentChange,", StringComparison.Ordinal)).ShouldBe(arns.Length);
        lines.Length.ShouldBe(arns.Length * 2);
        foreach (var arn in arns)
        {
            // The users reported as done are those that exist.
            var first = State(arn)["IdentityInfo"]!["FirstName"]!.ToString();
            lines.ShouldContain($"ok {first} {arn}");
        }

        static string Edit(string name) =>
            $$"""
            foreach ($user in $users) {
                $user.FirstName = '{{name}}'
                $failed = $null
                $user | Set-ConnectUser -IfUnchanged -ErrorAction SilentlyContinue -ErrorVariable failed
                if ($failed) { $failed[-1].FullyQualifiedErrorId } else { "ok {{name}} $($user.UserArn)" }
            }
            """;
    }

    [Fact]
    public async Task Without_it_no_process_undoes_what_the_other_has_set()
    {
        var results = await Task.WhenAll(
            Process(1, "$users | ForEach-Object { $_.FirstName = 'One'; $_.AutoAccept = $true; $_ } | Set-ConnectUser; $users | Set-ConnectUser -Mobile '+447700900111'"),
            Process(2, "$users | ForEach-Object { $_.LastName = 'Two'; $_.AfterContactWorkTimeLimit = 77; $_ } | Set-ConnectUser; $users | Set-ConnectUser -SecondaryEmail 'two@example.com'"));

        results.ShouldAllBe(result => result.Error.Length == 0);
        foreach (var arn in Arns())
        {
            var state = State(arn);
            state["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("One");
            state["IdentityInfo"]!["Mobile"]!.ToString().ShouldBe("+447700900111");
            state["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Two");
            state["IdentityInfo"]!["SecondaryEmail"]!.ToString().ShouldBe("two@example.com");
            state["PhoneConfig"]!["AutoAccept"]!.GetValue<bool>().ShouldBeTrue();
            state["PhoneConfig"]!["AfterContactWorkTimeLimit"]!.GetValue<int>().ShouldBe(77);
        }
    }

    [Fact]
    public async Task Sessions_of_one_process_add_to_the_same_arrays_and_lose_nothing()
    {
        const int Sessions = 4;
        var arns = Arns();
        await Task.WhenAll(Enumerable.Range(0, Sessions).Select(number => Task.Run(() =>
        {
            using var session = Open();
            session.Run("$arns | Set-ConnectUser -AddTag @{ \"s$number\" = \"$number\" }", ("arns", arns), ("number", number));
        })));

        foreach (var arn in arns)
        {
            string[] keys = [.. State(arn)["Tags"]!.AsArray().Select(tag => tag!["Key"]!.ToString())];
            Enumerable.Range(0, Sessions).Select(number => $"s{number}").ShouldBeSubsetOf(keys);
        }
    }

    [Fact]
    public async Task Sessions_of_one_process_work_side_by_side()
    {
        const int Sessions = 4;
        const int Users = 3;
        var before = Simulator.UserCount;
        await Task.WhenAll(Enumerable.Range(0, Sessions).Select(number => Task.Run(() =>
        {
            using var session = Open();
            var result = session.Invoke(
                """
                $made = 1..$count | ForEach-Object { [pscustomobject]@{ Username = "s$number-u$_"; FirstName = "F$_"; LastName = "$number" } } |
                    New-ConnectUser -InstanceArn $instance -RoutingProfile $routing -SecurityProfile $security -GeneratePassword
                $made.Count
                $made | Set-ConnectUser -FirstName "S$number"
                @(Get-ConnectUser -InstanceArn $instance -Username "s$number-*" | Where-Object FirstName -EQ "S$number").Count
                $made | Select-Object -First 2 | Remove-ConnectUser -Force
                @(Get-ConnectUser -InstanceArn $instance -Username "s$number-*").Count
                """,
                ("number", number),
                ("count", Users),
                ("routing", RoutingProfiles[0]),
                ("security", SecurityProfiles[0]));

            result.AllErrors.Select(error => error.ToString()).ShouldBeEmpty();
            result.Values.ShouldBe([Users, Users, Users - 2]);
        })));

        Simulator.UserCount.ShouldBe(before + (Sessions * (Users - 2)));
    }

    private string[] Arns() => [.. Texts("(Get-ConnectUser -IdentifierOnly).UserArn")];

    private ModuleSession Open()
    {
        ModuleSession session = new();
        Point(session);
        return session;
    }

    /// <summary>A process that reads all users, waits until the other has read them too, and goes on.</summary>
    private Task<PwshResult> Process(int number, string script) => PwshProcess.RunAsync(
    [
        "-Command",
        Repository.ImportModule() +
        $$"""
        $PSDefaultParameterValues = @{
            '*-Connect*:EndpointUrl' = '{{Simulator.Url}}'; '*-Connect*:AccessKey' = 'AKIDEXAMPLE'; '*-Connect*:SecretKey' = 'secret'; '*-Connect*:Region' = 'eu-west-2'
        }
        $users = @(Get-ConnectUser -InstanceArn '{{Simulator.InstanceArn}}')
        [IO.File]::WriteAllText('{{Folder}}/{{number}}', '')
        while (-not [IO.File]::Exists('{{Folder}}/{{3 - number}}')) { [Threading.Thread]::Sleep(10) }
        {{script}}
        """,
    ]);
}
