using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Simulator;

internal sealed record RawReply(int Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string ErrorCode => ((string)Json["__type"]!).Split('#')[1];

    public string Message => (string)Json[nameof(Message)]!;

    public JsonObject Event => Json["ProgressEvent"]!.AsObject();

    public RawReply ShouldFail(string code, int status = 400)
    {
        Status.ShouldBe(status, Text);
        ErrorCode.ShouldBe(code);
        Headers.GetValues("x-amzn-ErrorType").Single().ShouldBe(code);
        return this;
    }
}
