namespace AwsccConnect.Tests.Stacks.Parsing;

public class ConditionTests
{
    [Theory]
    [InlineData("\"stack_env == 'prd'\"", true)]
    [InlineData("\"'{{ stack_env }}' == 'prd'\"", true)]
    [InlineData("\"'{{ stack_env }}' != 'prd'\"", false)]
    [InlineData("\"{{ count }} > 2 and not {{ off }}\"", true)]
    [InlineData("count >= 3 and off or on", true)]
    [InlineData("off and on or off", false)]
    [InlineData("on or off and off", true)]
    [InlineData("(on or off) and off", false)]
    [InlineData("\"stack_env in ['dev', 'prd']\"", true)]
    [InlineData("\"stack_env not in ['dev', 'prd']\"", false)]
    [InlineData("\"'rd' in stack_env\"", true)]
    [InlineData("\"'{{ stack_name }}-{{ stack_env }}' == 'team-prd'\"", true)]
    [InlineData("\"{{ stack_env | upper }} == 'PRD'\"", true)]
    [InlineData("\"username == 'ana'\"", true)]
    [InlineData("\"sites[0] == 'Leeds' and {{ sites[1] }} == 'York'\"", true)]
    [InlineData("\"{{ text_count }} == 3\"", true)]
    [InlineData("'{{ text_false }}'", false)]
    [InlineData("\"'{{ text_false }}' == 'false'\"", true)]
    [InlineData("\"{{ nothing }} == None\"", true)]
    [InlineData("not not on", true)]
    [InlineData("not_off and in_use == 'x'", true)]
    [InlineData("\"[count, 'a'] == [3, 'a',] and [] == []\"", true)]
    [InlineData("\"'{{ missing | default(\\\"it's\\\") }}' == 'a'\"", false)]
    [InlineData("\"-1.5 < 0 and ('a' < 'b')\"", true)]
    [InlineData("no", false)]
    [InlineData("true", true)]
    public async Task Conditions_are_read_as_python_reads_them(string condition, bool holds)
    {
        var stack = await StackText.ReadAsync(Manifest(condition), options: Options());

        stack.Errors.ShouldBeEmpty();
        stack.Users.Count.ShouldBe(holds ? 1 : 0);
        stack.SkippedUsers.Select(user => user.Row.Username).ShouldBe(holds ? [] : ["ana"]);
    }

    [Theory]
    [InlineData("\"stack_evn == 'prd'\"", "UnknownVariable", "team.yml:4:10: The template names 'stack_evn', which is not given.", "Did you mean 'stack_env'?")]
    [InlineData("\"stack_env = 'prd'\"", "InvalidStackFile", "team.yml:4:20: The condition cannot be read from here on.", null)]
    [InlineData("\"stack_env == 'prd\"", "InvalidStackFile", null, null)]
    [InlineData("\"on and (off or )\"", "InvalidStackFile", "team.yml:4:25: The condition cannot be read from here on.", null)]
    [InlineData("\"'{{ stack_env' == 'prd'\"", "InvalidStackFile", null, null)]
    [InlineData("\"__import__('os')\"", "UnknownVariable", null, null)]
    [InlineData("\"sites > 3\"", "InvalidStackFile", "team.yml:4:16: The condition compares values that have no order.", null)]
    [InlineData("\"secret == 'x'\"", "SecretMisplaced", null, null)]
    [InlineData("[on]", "InvalidStackFile", "team.yml:4:9: 'if' has to be an expression, not a list.", null)]
    public async Task Bad_conditions_are_errors_of_the_user(string condition, string id, string? message, string? remedy)
    {
        var stack = await StackText.ReadAsync(Manifest(condition), options: Options());

        var error = stack.Errors.ShouldHaveSingleItem();
        error.ErrorId.ShouldBe(id);
        error.Message.ShouldBe(message ?? error.Message);
        error.Remedy.ShouldBe(remedy ?? error.Remedy);
        stack.Users.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_value_of_a_variable_never_becomes_part_of_the_condition()
    {
        var stack = await StackText.ReadAsync(Manifest("\"'{{ evil }}' == 'prd'\""), options: Options());

        stack.Errors.ShouldBeEmpty();
        stack.Users.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nested_parentheses_end_in_an_error()
    {
        var stack = await StackText.ReadAsync(Manifest($"\"{new string('(', 900)}1{new string(')', 900)}\""), options: Options());

        stack.Errors.ShouldHaveSingleItem().ErrorId.ShouldBe("InvalidStackFile");
    }

    [Fact]
    public async Task A_skipped_user_needs_no_values_for_the_environment()
    {
        var text = Manifest("\"stack_env == 'tst'\"") + "\n      - name: email\n        values: {tst: {value: a@example.com}}\n";

        var stack = await StackText.ReadAsync(text, options: Options());

        stack.Errors.ShouldBeEmpty();
        var skipped = stack.SkippedUsers.ShouldHaveSingleItem();
        (skipped.Row.Username, skipped.Row.InstanceArn, skipped.ResourceName).ShouldBe(("ana", StackText.Instance, "ana"));
    }

    private static string Manifest(string condition) =>
        $"name: team\nresources:\n  - name: ana\n    if: {condition}\n    props:\n      - name: username\n        value: ana";

    private static Core.Stacks.StackReadOptions Options() => StackText.Options(
        ("count", 3), ("text_count", "3"), ("on", true), ("off", false), ("text_false", "false"), ("nothing", null), ("sites", new[] { "Leeds", "York" }),
        ("not_off", true), ("in_use", "x"), ("evil", "x' == 'x' or 'prd"), ("secret", new System.Security.SecureString())) with { Environment = "prd" };
}
