using AwsccConnect.Core.Users;
using FsCheck;
using FsCheck.Fluent;

namespace AwsccConnect.Tests.Robustness;

/// <summary>Responses that no honest service gives: endless, enormous, nested, contradictory. Each is one error, reported once, within bounds.</summary>
public class ResponseRobustnessTests
{
    private const string Arn = "arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555/agent/11111111-2222-3333-4444-555555555555";
    private const string Envelope = """{"TypeName":"AWS::Connect::User","ResourceDescription":{"Identifier":"x","Properties":" """;

    [Theory]
    [InlineData(200, null, Envelope)]
    [InlineData(200, 100_000_000L, Envelope)]
    [InlineData(400, null, """{"__type":"ValidationException","Message":" """)]
    [InlineData(418, 100_000_000L, "<html>")]
    public async Task A_body_without_end_is_one_error_after_sixteen_megabytes(int status, long? length, string start)
    {
        var written = 0L;
        await using StubServer server = new(async (context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentLength = length;
            for (var next = Encoding.UTF8.GetBytes(start); ; next = Encoding.UTF8.GetBytes(UnsafeText.Long(64 * 1024)))
            {
                await context.Response.Body.WriteAsync(next, context.RequestAborted);
                written += next.Length;
            }
        });
        using ModuleSession session = new();

        var result = Read(session, server.Url);

        result.Output.ShouldBeEmpty();
        result.ErrorIds.ShouldHaveSingleItem().ShouldStartWith("InvalidResponse,");
        result.AllErrors[0].ToString().Length.ShouldBeLessThan(1000);
        result.AllErrors[0].Exception.ToString().Length.ShouldBeLessThan(20_000);
        written.ShouldBeLessThan(64L << 20);
        server.Requests.Count.ShouldBe(1);
    }

    private static string[] Properties =>
    [
        UnsafeText.NestedJson(10_000),
        UnsafeText.NestedJson(10_000, objects: true),
        """{"UserArn":""" + UnsafeText.NestedJson(100) + "}",
        """{"UserArn":"a","UserArn":"b"}""",
        """{"Username":"x","Tags":[{"Key":"a","Key":"b"}]}""",
        """{"IdentityInfo":{"FirstName":"a","LastName":"b","First\u004eame":"c"}}""",
        """{"Username":"x"} {}""",
        """{"Username":"\ud800"}""",
        """{"\udc00":"x"}""",
        """{"IdentityInfo":{"FirstName":"a\ud83d"}}""",
        "null", "[]", "1", "\"x\"", "", "{", "\u0000",
    ];

    [Fact]
    public async Task Properties_that_are_no_model_are_invalid_responses()
    {
        await using StubServer server = new([.. Properties.Select(RespondWith)]);
        using ModuleSession session = new();
        foreach (var properties in Properties)
        {
            var result = Read(session, server.Url);

            result.Output.ShouldBeEmpty();
            result.ErrorIds.ShouldHaveSingleItem(properties).ShouldStartWith("InvalidResponse,");
        }
    }

    [Fact]
    public async Task Values_of_other_kinds_than_expected_are_read_as_far_as_they_go()
    {
        string[] values = [.. UnsafeText.JsonNumbers, "null", "true", "[]", "{}", "[[1]]", """{"a":{"b":[1e999]}}""", """[{"Key":1,"Value":null},null,"x"]""", "\"\""];
        await using StubServer server = new([.. values.Select(value => RespondWith($$"""
            {"UserArn":"{{Arn}}","Username":{{value}},"IdentityInfo":{{value}},"PhoneConfig":{"AutoAccept":{{value}},"AfterContactWorkTimeLimit":{{value}},"PhoneType":{{value}}},
             "Tags":{{value}},"SecurityProfileArns":{{value}},"UserProficiencies":{{value}},"AutoAcceptConfigs":{{value}},"HierarchyGroupArn":{{value}},"Novelty":{{value}}}
            """))]);
        using ModuleSession session = new();
        foreach (var value in values)
        {
            var result = session.Invoke(
                """
                $user = Get-ConnectUser $arn -EndpointUrl $url -AccessKey AKIAX -SecretKey x
                $user | Out-Default
                "$($user.Tags) $($user.IdentityInfo) $($user.PhoneConfig) $($user.AutoAcceptConfigs)" | Out-Null
                $user.UserArn
                """,
                ("url", server.Url), ("arn", Arn));

            result.AllErrors.Select(error => error.ToString()).ShouldBeEmpty(value);
            result.Output.ShouldHaveSingleItem().BaseObject.ShouldBe(Arn);
        }
    }

    [Fact]
    public void Any_text_of_aws_survives_reading_and_writing_back() => Prop.ForAll(
        Arb.From(UnsafeTextGenerators.Valid),
        text =>
        {
            JsonObject model = new()
            {
                ["UserArn"] = Arn,
                ["Username"] = text,
                ["IdentityInfo"] = new JsonObject { ["FirstName"] = text, [text + "new"] = text },
                ["Tags"] = new JsonArray(new JsonObject { ["Key"] = text, ["Value"] = text }),
                [text + "new"] = text,
            };
            var user = ConnectUser.FromJson(model.ToJsonString(), "eu-west-2");

            user.FirstName.ShouldBe(text);
            user.GetEdits().IsEmpty.ShouldBeTrue();
            if (text.Length > 0)
            {
                JsonNode.DeepEquals(JsonNode.Parse(JsonText.Write(user.ToJson())), model).ShouldBeTrue();
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_261_123, 77));

    [Fact]
    public async Task Wrong_shapes_of_the_envelope_are_errors()
    {
        string[] bodies =
        [
            "[]", "null", "1", "\"x\"", "{}", "", " ", "{", "{\"ResourceDescription\":1}", "{\"ResourceDescription\":[]}",
            "{\"ResourceDescription\":{\"Properties\":{}}}", "{\"ResourceDescription\":{\"Properties\":1e999}}", UnsafeText.NestedJson(10_000), UnsafeText.NestedJson(5_000, objects: true),
            "{\"ResourceDescription\":{\"Properties\":\"\\ud800\"}}", "\u0000", "<html>", "{\"ResourceDescription\":null}",
        ];
        using ModuleSession session = new();
        foreach (var body in bodies)
        {
            await using StubServer server = new(CannedResponse.Ok(body));
            var result = session.Invoke(
                "Get-ConnectUser $arn -EndpointUrl $url -AccessKey AKIAX -SecretKey x -TimeoutSeconds 1", ("url", server.Url), ("arn", Arn));

            result.Output.ShouldBeEmpty(body);
            result.ErrorIds.ShouldHaveSingleItem(body).ShouldStartWith("InvalidResponse,", customMessage: body[..Math.Min(body.Length, 60)]);
        }
    }

    private static CannedResponse RespondWith(string properties) => CannedResponse.Ok(JsonSerializer.Serialize(
        new { TypeName = "AWS::Connect::User", ResourceDescription = new { Identifier = Arn, Properties = properties } }));

    private static InvocationResult Read(ModuleSession session, string url) => session.Invoke(
        "Get-ConnectUser $arn -EndpointUrl $url -AccessKey AKIAX -SecretKey x", ("url", url), ("arn", Arn));
}
