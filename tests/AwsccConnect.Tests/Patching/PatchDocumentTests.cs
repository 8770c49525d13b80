using AwsccConnect.Core.Patching;

namespace AwsccConnect.Tests.Patching;

public class PatchDocumentTests
{
    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("{}", "array of operations")]
    [InlineData("[1]", "Operation 1 of the patch document is not a JSON object")]
    [InlineData("""[{"path":"/A"}]""", "has no 'op'")]
    [InlineData("""[{"op":"replce","path":"/A","value":1}]""", "did you mean 'replace'?")]
    [InlineData("""[{"op":"remove"}]""", "has no 'path'")]
    [InlineData("""[{"op":"remove","path":"/A"},{"op":"add","path":"/A"}]""", "Operation 2 of the patch document is an add without 'value'")]
    [InlineData("""[{"op":"copy","path":"/A"}]""", "without 'from'")]
    [InlineData("""[{"op":"remove","path":"/A~2"}]""", "~")]
    [InlineData("""[{"op":"remove","path":1}]""", "not a text")]
    [InlineData("""[{"op":"move","from":"/A","path":"/A/B"}]""", "into itself")]
    public void What_is_wrong_is_said(string json, string message) =>
        Should.Throw<FormatException>(() => PatchDocument.Parse(json)).Message.ShouldContain(message);

    [Fact]
    public void A_null_value_is_a_value_and_a_missing_slash_is_added() =>
        PatchDocument.Parse("""[{"op":"add","path":"A","value":null},{"op":"remove","path":"/B","value":9}]""").ToJson()
            .ShouldBe("""[{"op":"add","path":"/A","value":null},{"op":"remove","path":"/B"}]""");

    // The examples of RFC 6902, appendix A.
    [Theory]
    [InlineData("""{"foo":"bar"}""", """[{"op":"add","path":"/baz","value":"qux"}]""", """{"foo":"bar","baz":"qux"}""")]
    [InlineData("""{"foo":["bar","baz"]}""", """[{"op":"add","path":"/foo/1","value":"qux"}]""", """{"foo":["bar","qux","baz"]}""")]
    [InlineData("""{"baz":"qux","foo":"bar"}""", """[{"op":"remove","path":"/baz"}]""", """{"foo":"bar"}""")]
    [InlineData("""{"foo":["bar","qux","baz"]}""", """[{"op":"remove","path":"/foo/1"}]""", """{"foo":["bar","baz"]}""")]
    [InlineData("""{"baz":"qux","foo":"bar"}""", """[{"op":"replace","path":"/baz","value":"boo"}]""", """{"baz":"boo","foo":"bar"}""")]
    [InlineData("""{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}""", """[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]""", """{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}""")]
    [InlineData("""{"foo":["all","grass","cows","eat"]}""", """[{"op":"move","from":"/foo/1","path":"/foo/3"}]""", """{"foo":["all","cows","eat","grass"]}""")]
    [InlineData("""{"baz":"qux","foo":["a",2,"c"]}""", """[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2.0}]""", """{"baz":"qux","foo":["a",2,"c"]}""")]
    [InlineData("""{"foo":"bar"}""", """[{"op":"add","path":"/child","value":{"grandchild":{}}}]""", """{"foo":"bar","child":{"grandchild":{}}}""")]
    [InlineData("""{"/":9,"~1":10}""", """[{"op":"test","path":"/~01","value":10}]""", """{"/":9,"~1":10}""")]
    [InlineData("""{"foo":["bar"]}""", """[{"op":"add","path":"/foo/-","value":["abc","def"]}]""", """{"foo":["bar",["abc","def"]]}""")]
    [InlineData("""{"a":1}""", """[{"op":"copy","from":"/a","path":"/b"}]""", """{"a":1,"b":1}""")]
    [InlineData("""{"a":1}""", """[{"op":"replace","path":"","value":{"b":2}}]""", """{"b":2}""")]
    public void It_applies(string state, string patch, string expected) =>
        JsonNode.DeepEquals(PatchDocument.Parse(patch).Apply(JsonNode.Parse(state)!.AsObject()), JsonNode.Parse(expected)).ShouldBeTrue();

    [Theory]
    [InlineData("""[{"op":"add","path":"/baz/bat","value":"qux"}]""", false)]
    [InlineData("""[{"op":"remove","path":"/none"}]""", false)]
    [InlineData("""[{"op":"replace","path":"/none","value":1}]""", false)]
    [InlineData("""[{"op":"add","path":"/list/5","value":1}]""", false)]
    [InlineData("""[{"op":"add","path":"/list/01","value":1}]""", false)]
    [InlineData("""[{"op":"test","path":"/none","value":null}]""", false)]
    [InlineData("""[{"op":"test","path":"/list","value":[2,1]}]""", true)]
    [InlineData("""[{"op":"test","path":"/foo","value":"10"}]""", true)]
    public void It_refuses_and_leaves_the_state_as_it_was(string patch, bool isTestFailure)
    {
        var state = JsonNode.Parse("""{"foo":10,"list":[1,2]}""")!.AsObject();
        PatchDocument document = new(PatchDocument.Parse("""[{"op":"add","path":"/first","value":1}]""").Concat(PatchDocument.Parse(patch)));

        var error = Should.Throw<ConnectOperationException>(() => document.Apply(state));

        error.Message.ShouldStartWith("Operation 2 ");
        error.ErrorId.ShouldBe(isTestFailure ? "ConcurrentChange" : "InvalidPatchDocument");
        state.ToJsonString().ShouldBe("""{"foo":10,"list":[1,2]}""");
    }

    [Theory]
    [InlineData("""[{"op":"replace","path":"/Username","value":"x"}]""", "Username")]
    [InlineData("""[{"op":"move","from":"/DirectoryUserId","path":"/IdentityInfo/Email"}]""", "DirectoryUserId")]
    [InlineData("""[{"op":"copy","from":"/IdentityInfo/Email","path":"/Username"}]""", "Username")]
    [InlineData("""[{"op":"copy","from":"/Username","path":"/IdentityInfo/Email"}]""", "")]
    [InlineData("""[{"op":"test","path":"/Username","value":"x"}]""", "")]
    [InlineData("""[{"op":"add","path":"/Password","value":"x"},{"op":"remove","path":"/InstanceArn"}]""", "InstanceArn,Password")]
    [InlineData("""[{"op":"replace","path":"","value":{}}]""", "InstanceArn,DirectoryUserId,Username,Password,UserArn")]
    [InlineData("""[{"op":"replace","path":"/UsernameSuffix","value":"x"}]""", "")]
    public void It_knows_what_cannot_be_updated(string patch, string expected) =>
        string.Join(',', PatchDocument.Parse(patch).TouchesNotUpdatable().Select(property => property.Name)).ShouldBe(expected);

    [Theory]
    [InlineData("""[{"op":"replace","path":"/IdentityInfo/FirstName","value":"A"},{"op":"remove","path":"/Tags"},{"op":"add","path":"/Tags","value":[]}]""", true)]
    [InlineData("""[{"op":"test","path":"/Username","value":"jane"}]""", false)]
    [InlineData("""[{"op":"move","from":"/A","path":"/B"}]""", false)]
    [InlineData("""[{"op":"copy","from":"/A","path":"/B"}]""", false)]
    [InlineData("""[{"op":"add","path":"/Tags/-","value":{}}]""", false)]
    [InlineData("""[{"op":"remove","path":"/Tags/12"}]""", false)]
    public void Only_documents_that_say_the_desired_state_can_be_repeated(string document, bool isRepeatable) =>
        PatchDocument.Parse(document).IsRepeatable.ShouldBe(isRepeatable);
}
