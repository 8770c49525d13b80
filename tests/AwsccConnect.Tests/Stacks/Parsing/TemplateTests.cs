using System.Collections;

namespace AwsccConnect.Tests.Stacks.Parsing;

public class TemplateTests
{
    [Theory]
    [InlineData("'{{ name }}'", "\"Ana\"")]
    [InlineData("'{{ vars.name }}'", "\"Ana\"")]
    [InlineData("'{{ vars.FROM_ENVIRONMENT }}'", "\"set\"")]
    [InlineData("'{{ globals.base }}'", "\"b-team\"")]
    [InlineData("'{{ base | upper }}'", "\"B-TEAM\"")]
    [InlineData("'{{ name | lower }}-{{ name|upper }}'", "\"ana-ANA\"")]
    [InlineData("'{{ missing | default(\"x\") }}'", "\"x\"")]
    [InlineData("'{{ missing | default: \"x\" }}'", "\"x\"")]
    [InlineData("'{{ missing.deeper[3] | d(name) }}'", "\"Ana\"")]
    [InlineData("'{{ empty_text | default(\"x\", true) }}'", "\"x\"")]
    [InlineData("'{{ empty_text | default(value=\"x\", boolean=true) }}'", "\"x\"")]
    [InlineData("'{{ name | replace(\"A\", \"B\") | replace(\"n\", \"m\") }}'", "\"Bma\"")]
    [InlineData("'{{ sites | join(\"+\") }}'", "\"Leeds+York\"")]
    [InlineData("'{{ sites | join }}'", "\"LeedsYork\"")]
    [InlineData("'{{ \"a;b\" | split(\";\") | last }}'", "\"b\"")]
    [InlineData("'{{ \" a \" | trim }}'", "\"a\"")]
    [InlineData("'{{ sites | tojson }}'", "\"[\\\"Leeds\\\",\\\"York\\\"]\"")]
    [InlineData("'{{ site_json | from_json | first }}'", "\"Leeds\"")]
    [InlineData("'{{ sites[-1] }}'", "\"York\"")]
    [InlineData("'{{ sites[index] }}'", "\"York\"")]
    [InlineData("'{{ person.name[\"first\"] }}'", "\"Ana\"")]
    [InlineData("'{{ \"}}\" }}{{ ''{{'' }}'", "\"}}{{\"")]
    [InlineData("'{{- name -}}'", "\"Ana\"")]
    [InlineData("'{{ \"\\u0041\\n\\\"\" }}'", "\"A\\n\\\"\"")]
    [InlineData("'{ {{ name }} }{'", "\"{ Ana }{\"")]
    [InlineData("'{{ missing | default(vars.deeper) | default(name) }}'", "\"Ana\"")]
    [InlineData("'x{{ number }}{{ flag }}'", "\"x30true\"")]
    [InlineData("'{{ number }}'", "\"30\"")]
    [InlineData("'{{ username }}'", "\"ana\"")]
    [InlineData("'{{ evil }}'", "\"{{ name }}\"")]
    [InlineData("'a{{ evil }}'", "\"a{{ name }}\"")]
    [InlineData("'{{ evil | upper }}'", "\"{{ NAME }}\"")]
    [InlineData("'{{ through_global }}'", "\"{{ name }}\"")]
    [InlineData("'{{ none_value }}'", "(not asked)")]
    [InlineData("'{{ empty_text }}'", "(not asked)")]
    [InlineData("No", "\"No\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("007", "\"007\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("2026-01-01", "\"2026-01-01\"")]
    [InlineData("12:30", "\"12:30\"")]
    [InlineData("'Null'", "\"Null\"")]
    [InlineData("null", "(not asked)")]
    [InlineData("~", "(not asked)")]
    [InlineData("", "(not asked)")]
    public async Task Values_of_a_text(string value, string expected)
    {
        var stack = await StackText.ReadAsync(Manifest("last_name", value), options: Options());

        stack.Errors.ShouldBeEmpty();
        StackText.Value(stack.Users[0], "/IdentityInfo/LastName").ShouldBe(expected);
    }

    [Theory]
    [InlineData("auto_accept", "'{{ flag }}'", "/PhoneConfig/AutoAccept", "true")]
    [InlineData("auto_accept", "off", "/PhoneConfig/AutoAccept", "false")]
    [InlineData("auto_accept", "'yes'", "/PhoneConfig/AutoAccept", "true")]
    [InlineData("after_contact_work_time_limit", "'{{ number }}'", "/PhoneConfig/AfterContactWorkTimeLimit", "30")]
    [InlineData("after_contact_work_time_limit", "'{{ \"30\" | int }}'", "/PhoneConfig/AfterContactWorkTimeLimit", "30")]
    [InlineData("desk_phone_number", "07700900123", "/PhoneConfig/DeskPhoneNumber", "\"07700900123\"")]
    [InlineData("mobile", "+447700900123", "/IdentityInfo/Mobile", "\"+447700900123\"")]
    [InlineData("security_profile_arns", "'{{ sites }}'", "/SecurityProfileArns", "[\"Leeds\",\"York\"]")]
    [InlineData("security_profile_arns", "'{{ \"a;b\" | split: \";\" }}'", "/SecurityProfileArns", "[\"a\",\"b\"]")]
    [InlineData("security_profile_arns", "['{{ sites[0] }}', 'a;b']", "/SecurityProfileArns", "[\"Leeds\",\"a;b\"]")]
    [InlineData("security_profile_arns", "a;b", "/SecurityProfileArns", "[\"a\",\"b\"]")]
    [InlineData("tags", "'{{ tags_value }}'", "/Tags", "[{\"Key\":\"Team\",\"Value\":\"A\"}]")]
    [InlineData("tags", "[]", "/Tags", "(nothing)")]
    [InlineData("tags", "[{key: 'AwsccConnect:Stack', value: other}]", "/Tags", "(nothing)")]
    [InlineData("tags", "[{key: 'AwsccConnect:Stack', value: other}, {key: 'aws:x', value: y}, {key: Team, value: A}]", "/Tags", "[{\"Key\":\"Team\",\"Value\":\"A\"}]")]
    [InlineData("tag:AwsccConnect:Stack", "other", "/Tags", "(not asked)")]
    [InlineData("user_proficiencies", "[{attribute_name: Language, attribute_value: English, level: null}]", "/UserProficiencies", "(not asked)")]
    [InlineData("user_proficiencies", "[{attribute_name: L, attribute_value: E, level: 5}, {attribute_name: L, attribute_value: F, level: '{{ none_value }}'}]", "/UserProficiencies", "[{\"AttributeName\":\"L\",\"AttributeValue\":\"E\",\"Level\":5}]")]
    [InlineData("user_proficiencies", "{'L/E': 4}", "/UserProficiencies", "[{\"AttributeName\":\"L\",\"AttributeValue\":\"E\",\"Level\":4}]")]
    [InlineData("auto_accept_configs", "[{channel: voice, auto_accept: yes}]", "/AutoAcceptConfigs", "[{\"Channel\":\"VOICE\",\"AutoAccept\":true}]")]
    [InlineData("after_contact_work_configs", "[{channel: CHAT, after_contact_work_config: {after_contact_work_time_limit: 5}}]", "/AfterContactWorkConfigs", "[{\"Channel\":\"CHAT\",\"AfterContactWorkConfig\":{\"AfterContactWorkTimeLimit\":5}}]")]
    public async Task Values_of_other_properties(string property, string value, string pointer, string expected)
    {
        var stack = await StackText.ReadAsync(Manifest(property, value), options: Options());

        stack.Errors.ShouldBeEmpty();
        StackText.Value(stack.Users[0], pointer).ShouldBe(expected);
    }

    [Theory]
    [InlineData("'{{ nmae }}'", "UnknownVariable", "12:20: The template names 'nmae', which is not given.", "Did you mean 'name'?")]
    [InlineData("'a {{ vars.nmae }}'", "UnknownVariable", "12:22: The template names 'vars.nmae', which is not given.", "Did you mean 'name'?")]
    [InlineData("'{{ FROM_ENVIRONMENT }}'", "UnknownVariable", "12:20: The template names 'FROM_ENVIRONMENT', which is not given.", "Write vars.FROM_ENVIRONMENT for the environment variable of that name.")]
    [InlineData("'{{ globals.bsae }}'", "UnknownVariable", "12:20: The template names 'globals.bsae', which is not given.", "Did you mean 'base'?")]
    [InlineData("'{{ sites[2] }}'", "UnknownVariable", "12:20: The template names 'sites[2]', which is not given.", "It is a list of 2; the first is [0].")]
    [InlineData("'{{ sites[99999999999999999999999] }}'", "UnknownVariable", null, null)]
    [InlineData("'{{ person.nmae }}'", "UnknownVariable", "12:20: The template names 'person.nmae', which is not given.", "Did you mean 'name'?")]
    [InlineData("'{{ name.Length }}'", "UnknownVariable", "12:20: The template names 'name.Length', which is not given.", "It has no members.")]
    [InlineData("'{{ name | uper }}'", "InvalidStackFile", "12:20: The filter 'uper' is not known.", "Did you mean 'upper'?")]
    [InlineData("'{{ name | attr(\"__class__\") }}'", "InvalidStackFile", "12:20: The filter 'attr' is not known.", null)]
    [InlineData("'{{ name'", "InvalidStackFile", "12:17: The template expression has no end.", "Close it with }}.")]
    [InlineData("'{{ }}'", "InvalidStackFile", "12:20: The template expression is empty.", null)]
    [InlineData("'{% if flag %}a{% endif %}'", "InvalidStackFile", null, null)]
    [InlineData("'{{ name + \"a\" }}'", "InvalidStackFile", "12:25: '+' is not supported in a template expression.", null)]
    [InlineData("'{{ \"a\" if flag else \"b\" }}'", "InvalidStackFile", "12:24: 'if' is not supported in a template expression.", null)]
    [InlineData("'{{ name.upper() }}'", "InvalidStackFile", null, null)]
    [InlineData("'{{ (1..1000000000) | join }}'", "InvalidStackFile", null, null)]
    [InlineData("'{{ name || upper }}'", "InvalidStackFile", null, null)]
    [InlineData("'{{ sites | upper | split }} {{ name | join }}'", "InvalidStackFile", "12:48: The filter 'join' cannot be applied: its input or arguments do not fit, or the result is too long.", null)]
    [InlineData("'a {{ none_value }}'", "InvalidStackFile", "12:22: The expression 'none_value' has no value and stands within a text.", "Give the variable a value, or add | default('').")]
    [InlineData("'{{ secret }}'", "SecretMisplaced", "12:16: The template puts a secret into 'last_name', which is not one.", null)]
    [InlineData("'a{{ secret }}'", "SecretMisplaced", null, null)]
    [InlineData("'{{ secret | upper }}'", "SecretMisplaced", "12:20: The template works on the secret 'secret'.", null)]
    [InlineData("'{{ bag | tojson }}'", "SecretMisplaced", null, null)]
    [InlineData("'{{ vars }}'", "InvalidStackFile", "12:20: 'vars' is not a value.", "Name a member of it, such as vars.NAME.")]
    [InlineData("NULL", "InvalidValue", "12:16: last_name is NULL without quotes, which YAML reads as nothing.", null)]
    [InlineData("[a]", "InvalidValue", "12:16: last_name cannot be a list.", null)]
    public async Task Templates_that_cannot_be_evaluated(string value, string id, string? message, string? remedy)
    {
        var stack = await StackText.ReadAsync(Manifest("last_name", value), options: Options());

        var error = stack.Errors.ShouldHaveSingleItem();
        error.Message.ShouldBe(message is null ? error.Message : "team.yml:" + message);
        error.ErrorId.ShouldBe(id);
        error.Remedy.ShouldBe(remedy ?? error.Remedy);
        error.Remedy.ShouldNotBeNullOrWhiteSpace();
        error.Message.ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("'{{ missing }}'", "UnknownVariable")]
    [InlineData("'{{ later }}'", "UnknownVariable")]
    [InlineData("['{{ later }}']", "UnknownVariable")]
    public async Task An_unknown_variable_in_a_global_is_an_error_of_the_file(string value, string id)
    {
        var error = await StackText.FailAsync($"globals:\n- name: early\n  value: {value}\n- name: later\n  value: a\nresources: []\n");

        error.ErrorId.ShouldBe(id);
        error.Message.ShouldStartWith("team.yml:3:");
    }

    [Fact]
    public async Task Filters_cannot_blow_up_a_value()
    {
        var expression = "'{{ name" + string.Concat(Enumerable.Repeat(" | replace(\"a\", \"aaaaaaaaaa\")", 20)) + " }}'";

        var stack = await StackText.ReadAsync(Manifest("last_name", expression), options: Options());

        stack.Errors.ShouldHaveSingleItem().Message.ShouldEndWith("or the result is too long.");
    }

    private const string Secret = "s3cret-Value";

    private static string Manifest(string property, string value) =>
        $"""
        name: team
        globals:
        - name: base
          value: 'b-{'{'}{'{'} stack_name {'}'}{'}'}'
        - name: through_global
          value: '{'{'}{'{'} evil {'}'}{'}'}'
        resources:
          - name: ana
            props:
              - {"{name: username, value: ana}"}
              - name: {property}
                value: {value}
        """;

    private static Core.Stacks.StackReadOptions Options() => StackText.Options(
        ("name", "Ana"), ("sites", new ArrayList { "Leeds", "York" }), ("index", 1), ("number", 30), ("flag", true), ("none_value", null), ("empty_text", ""), ("evil", "{{ name }}"),
        ("site_json", "[\"Leeds\"]"), ("person", new Hashtable { ["name"] = new Hashtable { ["first"] = "Ana" } }), ("tags_value", new Hashtable { ["Team"] = "A" }),
        ("secret", new System.Net.NetworkCredential("", Secret).SecurePassword), ("bag", new Hashtable { ["inner"] = new System.Net.NetworkCredential("", Secret).SecurePassword }))
        with { EnvironmentVariable = name => name == "FROM_ENVIRONMENT" ? "set" : null };
}
