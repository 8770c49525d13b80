using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using AwsccConnect.Tests.CloudControl;

namespace AwsccConnect.Tests.Connect;

/// <summary>What each operation makes of its response, also of one that is not of this service.</summary>
public sealed class ConnectResponseTests
{
    private const string Times = "\"LastModifiedTime\":1792835000.25,\"LastModifiedRegion\":\"eu-west-2\"";

    private static readonly DateTime Changed = DateTime.UnixEpoch.AddSeconds(1_792_835_000.25);

    [Fact]
    public async Task ListInstances()
    {
        var response = await RespondWith(
            """
            {"NextToken":"page-2","InstanceSummaryList":[{"Id":"i-1","Arn":"arn:1","IdentityManagementType":"SAML","InstanceAlias":"acme",
             "CreatedTime":1500000000,"ServiceRole":"arn:role","InstanceStatus":"ACTIVE","InboundCallsEnabled":true,
             "OutboundCallsEnabled":false,"InstanceAccessUrl":"https://acme.my.connect.aws","Later":{"Id":"not this"}},{}]}
            """,
            client => client.ListInstancesAsync(new ListInstancesRequest()));

        response.NextToken.ShouldBe("page-2");
        response.InstanceSummaryList.Count.ShouldBe(2);
        response.InstanceSummaryList[0].ShouldBeEquivalentTo(new InstanceSummary
        {
            Id = "i-1",
            Arn = "arn:1",
            IdentityManagementType = DirectoryType.SAML,
            InstanceAlias = "acme",
            CreatedTime = DateTime.UnixEpoch.AddSeconds(1_500_000_000),
            ServiceRole = "arn:role",
            InstanceStatus = InstanceStatus.ACTIVE,
            InboundCallsEnabled = true,
            OutboundCallsEnabled = false,
            InstanceAccessUrl = "https://acme.my.connect.aws",
        });
        response.InstanceSummaryList[1].ShouldBeEquivalentTo(new InstanceSummary());
    }

    [Fact]
    public async Task ListUsers()
    {
        var response = await RespondWith(
            $$"""{"UserSummaryList":[{"Id":"u-1","Arn":"arn:u","Username":"Zoë",{{Times}}}],"NextToken":null}""",
            client => client.ListUsersAsync(new ListUsersRequest { InstanceId = "i-1" }));

        response.NextToken.ShouldBeNull();
        response.UserSummaryList.ShouldHaveSingleItem().ShouldBeEquivalentTo(new UserSummary
        {
            Id = "u-1", Arn = "arn:u", Username = "Zoë", LastModifiedTime = Changed, LastModifiedRegion = "eu-west-2",
        });
        response.UserSummaryList[0].LastModifiedTime!.Value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task Lists_of_names()
    {
        const string Element = $"[{{\"Id\":\"x-1\",\"Arn\":\"arn:x\",\"Name\":\"Sales\",{Times}}}]";

        (await RespondWith(
            $$"""{"RoutingProfileSummaryList":{{Element}},"NextToken":"2"}""",
            client => client.ListRoutingProfilesAsync(new ListRoutingProfilesRequest { InstanceId = "i-1" })))
            .RoutingProfileSummaryList.ShouldHaveSingleItem().ShouldBeEquivalentTo(new RoutingProfileSummary
            {
                Id = "x-1", Arn = "arn:x", Name = "Sales", LastModifiedTime = Changed, LastModifiedRegion = "eu-west-2",
            });
        (await RespondWith(
            $$"""{"SecurityProfileSummaryList":{{Element}},"NextToken":"2"}""",
            client => client.ListSecurityProfilesAsync(new ListSecurityProfilesRequest { InstanceId = "i-1" })))
            .SecurityProfileSummaryList.ShouldHaveSingleItem().ShouldBeEquivalentTo(new SecurityProfileSummary
            {
                Id = "x-1", Arn = "arn:x", Name = "Sales", LastModifiedTime = Changed, LastModifiedRegion = "eu-west-2",
            });
        (await RespondWith(
            $$"""{"UserHierarchyGroupSummaryList":{{Element}},"NextToken":"2"}""",
            client => client.ListUserHierarchyGroupsAsync(new ListUserHierarchyGroupsRequest { InstanceId = "i-1" })))
            .UserHierarchyGroupSummaryList.ShouldHaveSingleItem().ShouldBeEquivalentTo(new HierarchyGroupSummary
            {
                Id = "x-1", Arn = "arn:x", Name = "Sales", LastModifiedTime = Changed, LastModifiedRegion = "eu-west-2",
            });
    }

    [Fact]
    public async Task SearchUsers()
    {
        var response = await RespondWith(
            """
            {"ApproximateTotalCount":5000000000,"NextToken":"2","Users":[{"Id":"u-1","Arn":"arn:u","Username":"jane","DirectoryUserId":"d-1",
             "HierarchyGroupId":"g-1","RoutingProfileId":"r-1","SecurityProfileIds":["s-1","s-2"],"Tags":{"Team":"Sales","Empty":""},
             "IdentityInfo":{"FirstName":"Jane","LastName":"Doe"},
             "PhoneConfig":{"PhoneType":"DESK_PHONE","AutoAccept":true,"AfterContactWorkTimeLimit":30,"DeskPhoneNumber":"+441","PersistentConnection":false},
             "AutoAcceptConfigs":[{"Channel":"VOICE","AutoAccept":true,"AgentFirstCallbackAutoAccept":false}],
             "AfterContactWorkConfigs":[{"Channel":"CHAT","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":10},
               "AgentFirstCallbackAfterContactWorkConfig":{"AfterContactWorkTimeLimit":20}}],
             "PhoneNumberConfigs":[{"Channel":"VOICE","PhoneType":"SOFT_PHONE","PhoneNumber":"+442"}],
             "PersistentConnectionConfigs":[{"Channel":"VOICE","PersistentConnection":true}],
             "VoiceEnhancementConfigs":[{"Channel":"VOICE","VoiceEnhancementMode":"NONE"}]}]}
            """,
            client => client.SearchUsersAsync(new SearchUsersRequest { InstanceId = "i-1" }));

        response.ApproximateTotalCount.ShouldBe(5_000_000_000);
        response.NextToken.ShouldBe("2");
        // The SDK's lists have a type of their own.
        JsonSerializer.Serialize(response.Users.ShouldHaveSingleItem()).ShouldBe(JsonSerializer.Serialize(new UserSearchSummary
        {
            Id = "u-1",
            Arn = "arn:u",
            Username = "jane",
            DirectoryUserId = "d-1",
            HierarchyGroupId = "g-1",
            RoutingProfileId = "r-1",
            SecurityProfileIds = ["s-1", "s-2"],
            Tags = new() { ["Team"] = "Sales", ["Empty"] = "" },
            IdentityInfo = new() { FirstName = "Jane", LastName = "Doe" },
            PhoneConfig = new()
            {
                PhoneType = PhoneType.DESK_PHONE,
                AutoAccept = true,
                AfterContactWorkTimeLimit = 30,
                DeskPhoneNumber = "+441",
                PersistentConnection = false,
            },
            AutoAcceptConfigs = [new() { Channel = Channel.VOICE, AutoAccept = true, AgentFirstCallbackAutoAccept = false }],
            AfterContactWorkConfigs =
            [
                new()
                {
                    Channel = Channel.CHAT,
                    AfterContactWorkConfig = new() { AfterContactWorkTimeLimit = 10 },
                    AgentFirstCallbackAfterContactWorkConfig = new() { AfterContactWorkTimeLimit = 20 },
                },
            ],
            PhoneNumberConfigs = [new() { Channel = Channel.VOICE, PhoneType = PhoneType.SOFT_PHONE, PhoneNumber = "+442" }],
            PersistentConnectionConfigs = [new() { Channel = Channel.VOICE, PersistentConnection = true }],
            VoiceEnhancementConfigs = [new() { Channel = Channel.VOICE, VoiceEnhancementMode = VoiceEnhancementMode.NONE }],
        }));
    }

    [Fact]
    public async Task An_empty_object_leaves_everything_unset()
    {
        var response = await RespondWith("{}", client => client.SearchUsersAsync(new SearchUsersRequest { InstanceId = "i-1" }));

        response.Users.ShouldBeNull();
        response.ApproximateTotalCount.ShouldBeNull();
        response.ResponseMetadata.RequestId.ShouldBe(CannedResponse.RequestId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html></html>")]
    [InlineData("{\"Users\":{\"a\":1}}")]
    [InlineData("{\"Users\":[7]}")]
    [InlineData("{\"Users\":[{\"Tags\":[]}]}")]
    [InlineData("{\"Users\":[{\"Tags\":\"a\"}]}")]
    [InlineData("{\"Users\":[{\"SecurityProfileIds\":true}]}")]
    [InlineData("{\"Users\":[{\"IdentityInfo\":[]}]}")]
    [InlineData("{\"Users\":[{\"Username\":\"ja")]
    public async Task A_response_of_another_shape_cannot_be_read(string body)
    {
        var call = RespondWith(body, client => client.SearchUsersAsync(new SearchUsersRequest { InstanceId = "i-1" }));

        await Should.ThrowAsync<AmazonUnmarshallingException>(
            () => call.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    private static async Task<T> RespondWith<T>(string body, Func<IAmazonConnect, Task<T>> call)
    {
        await using StubServer server = new(CannedResponse.Ok(body) with { ContentType = "application/json" });
        using var client = TestClient.ForConnect(server);
        return await call(client);
    }
}
