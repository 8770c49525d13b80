using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Simulator;

public class QuotaTests
{
    private static async Task<(RawClient Client, FakeTimeProvider Time)> StartAsync(params (string Name, string Value)[] quotas)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        return (await RawClient.StartAsync(options =>
        {
            options.TimeProvider = time;
            foreach ((var name, var value) in quotas)
            {
                options.Quota[name] = value;
            }
        }), time);
    }

    [Fact]
    public async Task A_throttled_create_shows_in_the_progress_event()
    {
        (var client, var time) = await StartAsync(("CreateUser", "2/5"));
        await using var owned = client;
        for (var i = 0; i < 5; i++)
        {
            await client.SuccessAsync(client.CreateAsync(client.NewUser($"burst{i}")));
        }

        var failed = await client.FailureAsync(client.CreateAsync(client.NewUser("sixth")), "Throttling");
        ((string)failed["StatusMessage"]!).ShouldContain("Rate exceeded");
        time.Advance(TimeSpan.FromSeconds(1));
        await client.SuccessAsync(client.CreateAsync(client.NewUser("sixth")));
        await client.SuccessAsync(client.CreateAsync(client.NewUser("seventh")));
        await client.FailureAsync(client.CreateAsync(client.NewUser("eighth")), "Throttling");
        client.Simulator.UserCount.ShouldBe(12);
    }

    [Fact]
    public async Task Writes_can_be_throttled_at_once()
    {
        await using var client = await RawClient.StartAsync(options =>
        {
            options.Quota["DeleteUser"] = "0/1";
            options.ThrottleWritesAtOnce = true;
        });
        await client.SuccessAsync(client.DeleteAsync(client.FirstUser()));
        (await client.DeleteAsync(client.FirstUser())).ShouldFail("ThrottlingException").Message.ShouldBe("Rate exceeded");
        client.Simulator.UserCount.ShouldBe(4);
    }

    [Theory]
    [InlineData("DescribeUser")]
    [InlineData("GetResource")]
    [InlineData("CloudControl")]
    [InlineData("Describe*")]
    public async Task Reads_are_throttled_at_once(string quota)
    {
        (var client, var time) = await StartAsync();
        await using var owned = client;
        var arn = client.FirstUser();
        client.Simulator.SetQuota(quota, "10/2");
        (await client.GetAsync(arn)).Status.ShouldBe(200);
        (await client.GetAsync(arn)).Status.ShouldBe(200);
        (await client.GetAsync(arn)).ShouldFail("ThrottlingException").Message.ShouldBe("Rate exceeded");
        time.Advance(TimeSpan.FromMilliseconds(100));
        (await client.GetAsync(arn)).Status.ShouldBe(200);
        client.Simulator.SetQuota(quota, null);
        (await client.GetAsync(arn)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_update_throttled_half_way_is_half_applied()
    {
        (var client, _) = await StartAsync(("UpdateUserPhoneConfig", "0/1"));
        await using var owned = client;
        var arn = client.FirstUser();
        const string patch = """[{"op":"replace","path":"/PhoneConfig/PhoneType","value":"DESK_PHONE"},{"op":"replace","path":"/IdentityInfo/FirstName","value":"First"}]""";
        await client.SuccessAsync(client.UpdateAsync(arn, patch));
        await client.FailureAsync(client.UpdateAsync(
            arn, """[{"op":"replace","path":"/PhoneConfig/PhoneType","value":"SOFT_PHONE"},{"op":"replace","path":"/IdentityInfo/FirstName","value":"Second"}]"""), "Throttling");
        ((string)client.Properties(arn)["IdentityInfo"]!["FirstName"]!).ShouldBe("Second");
        ((string)client.Properties(arn)["PhoneConfig"]!["PhoneType"]!).ShouldBe("DESK_PHONE");
    }

    [Fact]
    public async Task The_AWS_preset_sets_the_documented_defaults()
    {
        (var client, _) = await StartAsync(("Preset", "Aws"), ("CreateUser", "100/100"));
        await using var owned = client;
        client.Simulator.Quotas["DeleteUser"].ShouldBe("2/5");
        client.Simulator.Quotas["DescribeUser"].ShouldBe("10/20");
        client.Simulator.Quotas["CreateUser"].ShouldBe("100/100");
    }

    [Theory]
    [InlineData("CreateUser", "fast")]
    [InlineData("CreateUser", "-1/5")]
    [InlineData("CreateUser", "1/0")]
    [InlineData("CreateUser", "1/2/3")]
    [InlineData("Users", "many")]
    [InlineData("Preset", "Azure")]
    [InlineData("CraeteUser", "2/5")]
    [InlineData("CreateQueue", "2/5")]
    [InlineData("Creat*Usr", "2/5")]
    public async Task Malformed_quotas_are_refused_at_the_start(string name, string value)
    {
        SimulatorOptions options = new() { Quota = { [name] = value } };
        (await Should.ThrowAsync<ArgumentException>(() => ConnectSimulator.StartAsync(options, TestContext.Current.CancellationToken))).Message.ShouldContain(name);
    }

    [Theory]
    [InlineData("CreateUsr", "did you mean CreateUser?")]
    [InlineData("getresorce", "did you mean GetResource?")]
    [InlineData("User", "did you mean Users?")]
    [InlineData("Everything", "use a Connect API (CreateUser, UpdateUser*, ...)")]
    public async Task A_quota_of_no_operation_is_refused_with_the_nearest_name(string name, string hint)
    {
        await using var client = await RawClient.StartAsync();
        Should.Throw<ArgumentException>(() => client.Simulator.SetQuota(name, "1/2")).Message.ShouldStartWith($"Quota '{name}' is unknown: {hint}");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("CloudControl")]
    [InlineData("cancelresourcerequest")]
    [InlineData("DescribeRoutingProfile")]
    [InlineData("ListUserHierarchyGroups")]
    [InlineData("SearchUsers")]
    [InlineData("UpdateUserHier*")]
    [InlineData("TagResource")]
    [InlineData("AssociateUserProficiencies")]
    public async Task Every_operation_may_have_a_quota(string name)
    {
        await using var client = await RawClient.StartAsync(options => options.Quota[name] = "1/2");
        client.Simulator.Quotas[name].ShouldBe("1/2");
    }
}
