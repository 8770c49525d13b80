using System.Net.Http.Headers;

namespace AwsccConnect.Tests.Simulator;

internal sealed record RawReply(int Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string ErrorCode => ((string)Json["__type"]!).Split('#')[1];

    public string Message => (string)Json[nameof(Message)]!;

    public JsonObject Event => Json["ProgressEvent"]!.AsObject();

    /// <summary>Holds an error of Amazon Connect's own API against what it is expected to be.</summary>
    public RawReply ShouldFailOfConnect(string code, int status)
    {
        Status.ShouldBe(status, Text);
        Headers.GetValues("x-amzn-ErrorType").Single().ShouldBe(code);
        ContentType.ShouldBe("application/json");
        Message.ShouldNotBeEmpty();
        return this;
    }

    public RawReply ShouldFail(string code, int status = 400)
    {
        Status.ShouldBe(status, Text);
        ErrorCode.ShouldBe(code);
        Headers.GetValues("x-amzn-ErrorType").Single().ShouldBe(code);
        return this;
    }
}
