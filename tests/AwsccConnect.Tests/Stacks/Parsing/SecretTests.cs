using System.Net;
using AwsccConnect.Core.Stacks;

namespace AwsccConnect.Tests.Stacks.Parsing;

public class SecretTests
{
    private const string Secret = "Aa1-s3cret";

    [Theory]
    [InlineData("'{{ secret }}'")]
    [InlineData("'{{ vars.secret }}'")]
    [InlineData("'{{ people.ana }}'")]
    [InlineData("'{{ list[0] }}'")]
    [InlineData("'{{ text }}'")]
    [InlineData("'{{ vars.FROM_ENVIRONMENT }}'")]
    [InlineData("'{{ through_global }}'")]
    [InlineData("'{{ missing | default(secret) }}'")]
    [InlineData("{prd: '{{ secret }}'}", true)]
    public async Task Passwords_come_from_variables(string value, bool perEnvironment = false)
    {
        var stack = await StackText.ReadAsync(Manifest(perEnvironment ? "values: {prd: {value: '{{ secret }}'}}" : $"value: {value}"), options: Options() with { Environment = "prd" });

        stack.Errors.ShouldBeEmpty();
        var row = stack.Users.ShouldHaveSingleItem().Row;
        new NetworkCredential("", row.SecurePassword).Password.ShouldBe(Secret);
        row.Password.ShouldBeNull();
        row.ToString().ShouldNotContain(Secret);
        row.ToModel().ToJsonString().ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("'{{ missing | default(none) }}'")]
    [InlineData("'{{ nothing }}'")]
    [InlineData("null")]
    public async Task No_password_is_no_password(string value)
    {
        var stack = await StackText.ReadAsync(Manifest("value: " + value), options: Options());

        stack.Errors.ShouldBeEmpty();
        stack.Users[0].Row.SecurePassword.ShouldBeNull();
        stack.Users[0].Row.Password.ShouldBeNull();
    }

    [Theory]
    [InlineData("Aa1-s3cret", "PlainTextPassword")]
    [InlineData("'Aa1-{{ text }}'", "PlainTextPassword")]
    [InlineData("'{{ in_file }}'", "PlainTextPassword")]
    [InlineData("'{{ missing | default(\"Aa1-s3cret\") }}'", "PlainTextPassword")]
    [InlineData("'{{ secret | upper }}'", "PlainTextPassword")]
    [InlineData("'{{ \"Aa1-s3cret\" }}'", "PlainTextPassword")]
    [InlineData("'{{ mising }}'", "UnknownVariable")]
    [InlineData("'{{ people }}'", "InvalidValue")]
    [InlineData("['{{ secret }}']", "InvalidValue")]
    [InlineData("{a: Aa1-s3cret}", "InvalidValue")]
    public async Task Passwords_in_the_file_are_refused_and_never_shown(string value, string id)
    {
        var stack = await StackText.ReadAsync(Manifest("value: " + value), options: Options());

        var error = stack.Errors.ShouldHaveSingleItem();
        error.ErrorId.ShouldBe(id);
        error.ToString().ShouldNotContain(Secret);
        error.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("team.yml", "- username: ana\n  password: Aa1-s3cret\n")]
    [InlineData("team.json", "[{\"Username\": \"ana\", \"Password\": \"Aa1-s3cret\"}]")]
    [InlineData("team.yml", "resources: [{name: ana, props: [{name: username, value: ana}, {name: password, value: Aa1-s3cret}]}]")]
    public async Task A_password_in_plain_text_needs_consent(string file, string text)
    {
        var refused = await StackText.ReadAsync(text, file);
        refused.Users.ShouldBeEmpty();
        refused.Errors.ShouldHaveSingleItem().ErrorId.ShouldBe("PlainTextPassword");
        refused.Errors[0].ToString().ShouldNotContain(Secret);

        var accepted = await StackText.ReadAsync(text, file, StackText.Options() with { AllowPlainTextPassword = true });
        accepted.Errors.ShouldBeEmpty();
        accepted.Users[0].Row.Password.ShouldBe(Secret);
    }

    [Fact]
    public async Task Passwords_in_a_roster_are_one_error_of_the_file_unless_they_are_allowed_or_ignored()
    {
        const string Text = "user login,password\nana,\nben,Aa1-s3cret\nmia,Aa1-s3cret\n";
        var refused = await Should.ThrowAsync<ConnectOperationException>(() => StackText.ReadAsync(Text, "team.csv"));
        (refused.ErrorId, refused.EndsCommand).ShouldBe(("PlainTextPassword", true));
        refused.Message.ShouldStartWith("team.csv:3: The column 'password' ");
        refused.ToString().ShouldNotContain(Secret);

        (await StackText.ReadAsync(Text, "team.csv", StackText.Options() with { AllowPlainTextPassword = true })).Users.Select(user => user.Row.Password).ShouldBe([null, Secret, Secret]);
        (await StackText.ReadAsync(Text, "team.csv", StackText.Options() with { IgnorePlainTextPassword = true })).Users.Select(user => user.Row.Password).ShouldBe([null, null, null]);
    }

    private static string Manifest(string password) => $"""
        globals:
        - name: through_global
          value: '{'{'}{'{'} secret {'}'}{'}'}'
        - name: in_file
          value: Aa1-s3cret
        resources:
        - name: ana
          props:
          - {"{name: username, value: ana}"}
          - name: password
            {password}
        """;

    private static StackReadOptions Options()
    {
        var secret = new NetworkCredential("", Secret).SecurePassword;
        return StackText.Options(
            ("secret", secret), ("text", Secret), ("nothing", null), ("list", new object[] { secret }),
            ("people", new Dictionary<string, object?> { ["ana"] = secret })) with { EnvironmentVariable = name => name == "FROM_ENVIRONMENT" ? Secret : null };
    }

    [Fact]
    public void Nodes_never_print_secrets() =>
        new Core.Stacks.Parsing.DocumentValue(new("f", 1, 1), new NetworkCredential("", Secret).SecurePassword).ToString().ShouldBe("a secret at f:1:1");
}
