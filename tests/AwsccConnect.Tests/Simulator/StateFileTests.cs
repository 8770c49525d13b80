using AwsccConnect.Simulator.State;
using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Simulator;

public sealed class StateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulator-state-").FullName;

    private string StatePath => Path.Combine(_folder, "sub", "state.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Everything_survives_a_restart()
    {
        string created;
        string token;
        string changed;
        string removed;
        string changedState;
        JsonObject desired;
        await using (var client = await RawClient.StartAsync(options => options.StatePath = StatePath))
        {
            desired = client.NewUser("kept");
            var accepted = await client.CreateAsync(desired, "kept-token");
            token = (string)accepted.Event["RequestToken"]!;
            created = (string)(await client.StatusAsync(accepted))["Identifier"]!;
            changed = client.Users()[1];
            removed = client.Users()[2];
            await client.SuccessAsync(client.UpdateAsync(changed, RawClient.Patch("add", "/IdentityInfo/FirstName", "Kept")));
            await client.SuccessAsync(client.DeleteAsync(removed));
            changedState = client.Simulator.GetProperties(changed);
        }

        await using (var client = await RawClient.StartAsync(options =>
        {
            options.StatePath = StatePath;
            options.UserCount = 99;
            options.Seed = 99;
        }))
        {
            client.Simulator.UserCount.ShouldBe(5);
            client.Simulator.FindUser("kept").ShouldBe(created);
            client.Simulator.CheckPassword(created, RawClient.Password).ShouldBeTrue();
            client.Simulator.GetProperties(changed).ShouldBe(changedState);
            Should.Throw<KeyNotFoundException>(() => client.Simulator.GetProperties(removed));
            ((string)(await client.StatusAsync(token)).Event["Identifier"]!).ShouldBe(created);
            ((string)(await client.CreateAsync(desired, "kept-token")).Event["RequestToken"]!).ShouldBe(token);
            (await client.CreateAsync(client.NewUser("other"), "kept-token")).ShouldFail("ClientTokenConflictException");
            var another = await client.SuccessAsync(client.CreateAsync(client.NewUser("another")));
            ((string)another["Identifier"]!).ShouldNotBe(created);
        }

        Directory.GetFiles(_folder, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Requests_in_progress_go_on_after_a_restart()
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        void Configure(SimulatorOptions options)
        {
            options.StatePath = StatePath;
            options.TimeProvider = time;
            options.HandlerSeconds = 10;
        }

        string token;
        string arn;
        await using (var client = await RawClient.StartAsync(Configure))
        {
            arn = client.FirstUser();
            await client.CreateAsync(client.NewUser("under.way"));
            token = (string)(await client.UpdateAsync(arn, RawClient.Patch("remove", "/HierarchyGroupArn"))).Event["RequestToken"]!;
        }

        await using (var client = await RawClient.StartAsync(Configure))
        {
            ((string)(await client.StatusAsync(token)).Event["OperationStatus"]!).ShouldBe("PENDING");
            (await client.DeleteAsync(arn)).ShouldFail("ConcurrentOperationException");
            time.Advance(TimeSpan.FromSeconds(10));
            ((string)(await client.StatusAsync(token)).Event["OperationStatus"]!).ShouldBe("SUCCESS");
            client.Properties(arn).ContainsKey("HierarchyGroupArn").ShouldBeFalse();
            client.Simulator.CheckPassword(client.Simulator.FindUser("under.way")!, RawClient.Password).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_change_is_saved_soon_and_nothing_is_saved_after_the_stop()
    {
        await using (var client = await RawClient.StartAsync(options => options.StatePath = StatePath))
        {
            await client.SuccessAsync(client.CreateAsync(client.NewUser("soon")));
            for (var i = 0; i < 200 && !File.Exists(StatePath); i++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            (await File.ReadAllTextAsync(StatePath, TestContext.Current.CancellationToken)).ShouldContain("soon");
            await client.SuccessAsync(client.DeleteAsync(client.Simulator.FindUser("soon")!));
        }

        JsonNode.Parse(await File.ReadAllTextAsync(StatePath, TestContext.Current.CancellationToken))!["Resources"]!.AsArray().ShouldBeEmpty();
        File.Delete(StatePath);
        await Task.Delay(600, TestContext.Current.CancellationToken);
        File.Exists(StatePath).ShouldBeFalse();
    }

    [Fact]
    public async Task An_unchanged_big_simulator_has_a_small_file()
    {
        await using (var client = await RawClient.StartAsync(options =>
        {
            options.StatePath = StatePath;
            options.UserCount = 20_000;
        }))
        {
            client.Simulator.UserCount.ShouldBe(20_000);
        }

        new FileInfo(StatePath).Length.ShouldBeLessThan(10_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Format\":")]
    [InlineData("{}")]
    [InlineData("{\"Format\":99}")]
    public async Task A_corrupt_file_is_a_clear_error_and_is_kept(string content)
    {
        var path = Path.Combine(_folder, "corrupt.json");
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        var error = await Should.ThrowAsync<StateFileException>(
            () => ConnectSimulator.StartAsync(new SimulatorOptions { StatePath = path }, TestContext.Current.CancellationToken));
        error.Message.ShouldContain(path);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(content);
    }

    [Fact]
    public async Task Neither_passwords_nor_keys_are_written_anywhere()
    {
        const string secretKey = "TheSecretKeyOfTheTest";
        string text;
        await using (var client = await RawClient.StartAsync(options => options.StatePath = StatePath))
        {
            var accepted = await client.CreateAsync(client.NewUser("guarded"));
            accepted.Text.ShouldNotContain(RawClient.Password);
            var done = await client.StatusAsync(accepted);
            done.ToJsonString().ShouldNotContain("assword");
            var arn = (string)done["Identifier"]!;
            (await client.GetAsync(arn)).Text.ShouldNotContain("assword");
            (await client.CallAsync("ListResourceRequests", [])).Text.ShouldNotContain(RawClient.Password);
            var failed = await client.FailureAsync(client.UpdateAsync(arn, RawClient.Patch("add", "/Password", RawClient.Password)), "NotUpdatable");
            failed.ToJsonString().ShouldNotContain(RawClient.Password);
            (await client.UpdateAsync(arn, RawClient.Patch("test", "/Password", RawClient.Password))).Text.ShouldNotContain(RawClient.Password);
            (await client.CreateAsync(client.NewUser("bad", user => user["Password"] = new JsonArray(RawClient.Password)))).Text.ShouldNotContain(RawClient.Password);
            await client.FailureAsync(client.CreateAsync(client.NewUser("guarded")), "AlreadyExists");
            client.Simulator.CheckPassword(arn, RawClient.Password).ShouldBeTrue();
            client.Simulator.CheckPassword(arn, RawClient.Password + "x").ShouldBeFalse();
            text = string.Join('\n', client.Simulator.Calls.Select(call => JsonSerializer.Serialize(call) + call));
        }

        await using (var signed = await RawClient.StartAsync(options =>
        {
            options.StatePath = StatePath;
            options.AccessKey = "AKIDEXAMPLE";
            options.SecretKey = secretKey;
        }))
        {
            (await signed.CallAsync("ListResourceRequests", [])).ShouldFail("MissingAuthenticationTokenException");
        }

        text += await File.ReadAllTextAsync(StatePath, TestContext.Current.CancellationToken);
        text.ShouldContain("guarded");
        text.ShouldNotContain(RawClient.Password);
        text.ShouldNotContain(secretKey);
    }
}
