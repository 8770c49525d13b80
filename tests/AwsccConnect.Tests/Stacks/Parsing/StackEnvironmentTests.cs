namespace AwsccConnect.Tests.Stacks.Parsing;

public class StackEnvironmentTests
{
    private const string Manifest = """
        name: team
        globals:
          - name: domain
            value: example.com
        resources:
          - name: ana
            props:
              - name: username
                value: ana
              - name: routing_profile_arn
                values:
                  prd:
                    value: 'Sales {{ stack_env }}'
                  dev: {value: Test}
              - name: email
                value: '{{ stack_name }}.{{ globals.stack_env }}@{{ domain }}'
        """;

    [Theory]
    [InlineData("prd", "\"Sales prd\"", "\"team.prd@example.com\"")]
    [InlineData("dev", "\"Test\"", "\"team.dev@example.com\"")]
    public async Task The_environment_chooses_the_values(string environment, string profile, string email)
    {
        var stack = await StackText.ReadAsync(Manifest, options: StackText.Options() with { Environment = environment });

        stack.Errors.ShouldBeEmpty();
        stack.Owner.ShouldBe($"team/{environment}");
        StackText.Value(stack.Users[0], "/RoutingProfileArn").ShouldBe(profile);
        StackText.Value(stack.Users[0], "/IdentityInfo/Email").ShouldBe(email);
    }

    [Fact]
    public async Task Without_an_environment_the_file_as_a_whole_is_refused()
    {
        var error = await StackText.FailAsync(Manifest);

        error.ErrorId.ShouldBe("MissingEnvironment");
        error.Message.ShouldBe("team.yml:11:9: The property 'routing_profile_arn' has values per environment, and no environment is given.");
        error.Remedy.ShouldBe("Give -Environment; the file has prd, dev.");
    }

    [Theory]
    [InlineData("prod", "Did you mean 'prd'?")]
    [InlineData("staging", "Add it, or use one of prd, dev.")]
    public async Task An_environment_without_a_value_is_an_error_of_the_user(string environment, string remedy)
    {
        var stack = await StackText.ReadAsync(Manifest, options: StackText.Options() with { Environment = environment });

        var error = stack.Errors.ShouldHaveSingleItem();
        (error.ErrorId, error.Remedy).ShouldBe(("MissingEnvironment", remedy));
        error.Message.ShouldBe($"team.yml:11:9: The property 'routing_profile_arn' has no value for the environment '{environment}'.");
        stack.Users.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("value: a\n        values: {prd: {value: b}}", "both value and values")]
    [InlineData("description: a", "neither value nor values")]
    [InlineData("values: [prd]", "has values that are a list")]
    [InlineData("values: {prd: {valeu: b}}", "'valeu' is not known")]
    [InlineData("values: {prd: {}}", "has an environment 'prd' without value")]
    public async Task Other_forms_are_refused(string property, string message)
    {
        var stack = await StackText.ReadAsync($"resources:\n  - name: ana\n    props:\n      - name: username\n        {property}\n", options: StackText.Options() with { Environment = "prd" });

        stack.Errors.ShouldHaveSingleItem().Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("props: [{name: username, value: '{{ stack_env }}'}]")]
    [InlineData("props: [{name: username, value: 'ana-{{ globals.stack_env }}'}]")]
    [InlineData("if: stack_env == 'prd'")]
    public async Task A_file_that_names_the_environment_needs_one(string line)
    {
        var error = await StackText.FailAsync($"resources:\n- name: ana\n  {line}\n");

        (error.ErrorId, error.Remedy, error.EndsCommand).ShouldBe(("MissingEnvironment", "Give -Environment.", true));
    }
}
