using AwsccConnect.Simulator.Resources;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;

namespace AwsccConnect.Tests.Simulator;

public class PatchTests
{
    /// <summary>RFC 6902 appendix A: document, patch, result (null where the patch has to fail).</summary>
    public static TheoryData<string, string, string, string?> AppendixA => new()
    {
        { "A.1", """{"foo":"bar"}""", """[{"op":"add","path":"/baz","value":"qux"}]""", """{"foo":"bar","baz":"qux"}""" },
        { "A.2", """{"foo":["bar","baz"]}""", """[{"op":"add","path":"/foo/1","value":"qux"}]""", """{"foo":["bar","qux","baz"]}""" },
        { "A.3", """{"baz":"qux","foo":"bar"}""", """[{"op":"remove","path":"/baz"}]""", """{"foo":"bar"}""" },
        { "A.4", """{"foo":["bar","qux","baz"]}""", """[{"op":"remove","path":"/foo/1"}]""", """{"foo":["bar","baz"]}""" },
        { "A.5", """{"baz":"qux","foo":"bar"}""", """[{"op":"replace","path":"/baz","value":"boo"}]""", """{"baz":"boo","foo":"bar"}""" },
        { "A.6", """{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}""", """[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]""", """{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}""" },
        { "A.7", """{"foo":["all","grass","cows","eat"]}""", """[{"op":"move","from":"/foo/1","path":"/foo/3"}]""", """{"foo":["all","cows","eat","grass"]}""" },
        { "A.8", """{"baz":"qux","foo":["a",2,"c"]}""", """[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}]""", """{"baz":"qux","foo":["a",2,"c"]}""" },
        { "A.9", """{"baz":"qux"}""", """[{"op":"test","path":"/baz","value":"bar"}]""", null },
        { "A.10", """{"foo":"bar"}""", """[{"op":"add","path":"/child","value":{"grandchild":{}}}]""", """{"foo":"bar","child":{"grandchild":{}}}""" },
        { "A.11", """{"foo":"bar"}""", """[{"op":"add","path":"/baz","value":"qux","xyz":123}]""", """{"foo":"bar","baz":"qux"}""" },
        { "A.12", """{"foo":"bar"}""", """[{"op":"add","path":"/baz/bat","value":"qux"}]""", null },
        { "A.13", """{"foo":"bar"}""", """[{"op":"add","path":"/baz","value":"qux","op":"remove"}]""", null },
        { "A.14", """{"/":9,"~1":10}""", """[{"op":"test","path":"/~01","value":10}]""", """{"/":9,"~1":10}""" },
        { "A.15", """{"/":9,"~1":10}""", """[{"op":"test","path":"/~01","value":"10"}]""", null },
        { "A.16", """{"foo":["bar"]}""", """[{"op":"add","path":"/foo/-","value":["abc","def"]}]""", """{"foo":["bar",["abc","def"]]}""" },
        { "copy", """{"a":{"b":[1]}}""", """[{"op":"copy","from":"/a/b","path":"/c"},{"op":"add","path":"/c/-","value":2}]""", """{"a":{"b":[1]},"c":[1,2]}""" },
        { "whole document", """{"a":1}""", """[{"op":"replace","path":"","value":{"b":2}}]""", """{"b":2}""" },
        { "null value", """{"a":1}""", """[{"op":"add","path":"/b","value":null},{"op":"test","path":"/b","value":null}]""", """{"a":1,"b":null}""" },
        { "number forms", """{"a":1.0}""", """[{"op":"test","path":"/a","value":1},{"op":"test","path":"/a","value":10e-1}]""", """{"a":1.0}""" },
        { "member order", """{"a":{"x":1,"y":2}}""", """[{"op":"test","path":"/a","value":{"y":2,"x":1}}]""", """{"a":{"x":1,"y":2}}""" },
        { "no slash", """{"a":1}""", """[{"op":"replace","path":"a","value":2}]""", """{"a":2}""" },
        { "leading zero", """{"a":[1,2]}""", """[{"op":"remove","path":"/a/01"}]""", null },
        { "past the end", """{"a":[1,2]}""", """[{"op":"add","path":"/a/3","value":0}]""", null },
        { "remove -", """{"a":[1,2]}""", """[{"op":"remove","path":"/a/-"}]""", null },
        { "into itself", """{"a":{"b":1}}""", """[{"op":"move","from":"/a","path":"/a/c"}]""", null },
        { "bad escape", """{"a~b":1}""", """[{"op":"remove","path":"/a~b"}]""", null },
        { "unknown op", """{"a":1}""", """[{"op":"merge","path":"/a","value":2}]""", null },
        { "no value", """{"a":1}""", """[{"op":"add","path":"/a"}]""", null },
        { "no path", """{"a":1}""", """[{"op":"add","value":1}]""", null },
        { "no from", """{"a":1}""", """[{"op":"copy","path":"/b"}]""", null },
        { "no array", """{"a":1}""", """{"op":"remove","path":"/a"}""", null },
        { "replace of nothing", """{"a":1}""", """[{"op":"replace","path":"/b","value":2}]""", null },
        { "remove of nothing", """{"a":1}""", """[{"op":"remove","path":"/b"}]""", null },
        { "later failure", """{"a":1}""", """[{"op":"remove","path":"/a"},{"op":"test","path":"/a","value":1}]""", null },
    };

    [Theory]
    [MemberData(nameof(AppendixA))]
    public void Applies_as_the_RFC_says(string name, string document, string patch, string? expected)
    {
        name.ShouldNotBeEmpty();
        var before = JsonNode.Parse(document)!;
        if (expected is null)
        {
            Should.Throw<JsonPatchException>(() => JsonPatch.Parse(patch).Apply(before));
        }
        else
        {
            JsonNode.DeepEquals(JsonPatch.Parse(patch).Apply(before), JsonNode.Parse(expected)).ShouldBeTrue();
        }

        before.ToJsonString().ShouldBe(JsonNode.Parse(document)!.ToJsonString());
    }

    /// <summary>
    /// Random patches give what the ASP.NET implementation gives, or fail where it fails. Left out are copy and move, where it refuses to
    /// overwrite a value with one of another kind, and "-" other than for adding, where it takes the last element; the RFC specifies neither.
    /// </summary>
    [Fact]
    public void Agrees_with_another_implementation()
    {
        string[] paths = ["/a", "/b", "/c", "/a/x", "/a/y", "/b/0", "/b/1", "/b/2", "/c/z", "/a/x/q"];
        var path = Gen.Elements(paths);
        var value = Gen.Elements("1", "\"s\"", "true", """{"x":1}""", "[1,2]", """{"z":[0]}""");
        var operation =
            from op in Gen.Elements("add", "replace", "remove", "test")
            from at in path
            from content in value
            select op switch
            {
                "remove" => $$"""{"op":"remove","path":"{{at}}"}""",
                _ => $$"""{"op":"{{op}}","path":"{{at}}","value":{{content}}}""",
            };
        var compared = 0;
        var applied = 0;
        Prop.ForAll(operation.ListOf(2).ToArbitrary(), operations =>
        {
            var patch = $"[{string.Join(',', operations)}]";
            const string document = """{"a":{"x":"s","y":1},"b":[1,2],"c":{"z":[0]}}""";
            var mine = Mine(document, patch);
            var theirs = Theirs(document, patch);
            compared++;
            applied += mine is null ? 0 : 1;
            if (mine is null || theirs is null)
            {
                (mine is null).ShouldBe(theirs is null, patch);
            }
            else
            {
                JsonNode.DeepEquals(JsonNode.Parse(mine), JsonNode.Parse(theirs)).ShouldBeTrue($"{patch}: {mine} {theirs}");
            }
        }).QuickCheckThrowOnFailure();
        compared.ShouldBeGreaterThan(20);
        applied.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_failing_test_rejects_the_whole_request()
    {
        await using var client = await RawClient.StartAsync();
        var arn = client.FirstUser();
        var before = client.Simulator.GetProperties(arn);
        const string patch = """[{"op":"replace","path":"/IdentityInfo/FirstName","value":"Changed"},{"op":"test","path":"/IdentityInfo/LastName","value":"Nobody"}]""";
        var reply = await client.UpdateAsync(arn, patch);
        reply.ShouldFail("InvalidRequestException").Message.ShouldContain("/IdentityInfo/LastName");
        reply.Message.ShouldNotContain("Nobody");
        client.Simulator.GetProperties(arn).ShouldBe(before);
        (await client.CallAsync("ListResourceRequests", [])).Json["ResourceRequestStatusSummaries"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_nothing_else()
    {
        await using var client = await RawClient.StartAsync();
        var arn = client.FirstUser();
        var expected = client.Properties(arn);
        expected["IdentityInfo"]!["FirstName"] = "Changed";
        expected.Remove("HierarchyGroupArn");
        var done = await client.SuccessAsync(client.UpdateAsync(
            arn, """[{"op":"replace","path":"/IdentityInfo/FirstName","value":"Changed"},{"op":"remove","path":"/HierarchyGroupArn"}]"""));
        JsonNode.DeepEquals(client.Properties(arn), expected).ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse((string)done["ResourceModel"]!), expected).ShouldBeTrue();
    }

    private static string? Mine(string document, string patch)
    {
        try
        {
            return JsonPatch.Parse(patch).Apply(JsonNode.Parse(document))!.ToJsonString();
        }
        catch (JsonPatchException)
        {
            return null;
        }
    }

    private static string? Theirs(string document, string patch)
    {
        try
        {
            var target = JsonNode.Parse(document)!;
            JsonSerializer.Deserialize<JsonPatchDocument>(patch)!.ApplyTo(target);
            return target.ToJsonString();
        }
        catch (Exception e) when (e is Microsoft.AspNetCore.JsonPatch.SystemTextJson.Exceptions.JsonPatchException or JsonException)
        {
            return null;
        }
    }
}
