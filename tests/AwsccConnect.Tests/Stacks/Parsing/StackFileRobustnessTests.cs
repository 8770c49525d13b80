namespace AwsccConnect.Tests.Stacks.Parsing;

public class StackFileRobustnessTests
{
    [Theory]
    [InlineData("- username: !!python/object/apply:os.system ['id']\n", "team.yml:1:13: The type tag 'tag:yaml.org,2002:python/object/apply:os.system' is not accepted")]
    [InlineData("- username: !!str ana\n", "team.yml:1:13: The type tag 'tag:yaml.org,2002:str' is not accepted")]
    [InlineData("- !ConnectUser {username: ana}\n", "team.yml:1:3: The type tag '!ConnectUser' is not accepted")]
    [InlineData("- ! {username: ana}\n", "team.yml:1:3: The type tag '!' is not accepted")]
    [InlineData("- username: ana\n---\n- username: bob\n", "team.yml:2:1: The file holds a second YAML document.")]
    [InlineData("- username: ana\n  username: bob\n", "team.yml:2:3: The key 'username' is there twice; the first is at team.yml:1:3.")]
    [InlineData("- &a [*a]\n", "team.yml:1:7: The alias '*a' stands inside what it names.")]
    [InlineData("- *a\n", "team.yml:1:3: The alias '*a' names no anchor above it.")]
    [InlineData("- {[a, b]: c}\n", "team.yml:1:3: A key of the mapping is not a single text.")]
    [InlineData("- username: {{ username }}\n", "team.yml:1:13: A key of the mapping is not a single text.")]
    [InlineData("- username: 'ana\n", "is not YAML from")]
    [InlineData("-\tusername: ana\n\t first_name: b\n", "is not YAML from")]
    [InlineData("- username: \"a\\0b\nc: d", "is not YAML from")]
    [InlineData("- <<: text\n  username: ana\n", "team.yml:1:7: A merge key (<<) takes a mapping")]
    public async Task Yaml_that_is_more_or_less_than_data(string text, string message)
    {
        var error = await StackText.FailAsync(text);

        error.ErrorId.ShouldBe("InvalidStackFile");
        error.Message.ShouldContain(message);
        error.Message.ShouldStartWith("team.yml:");
        error.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Aliases_are_shared_values_and_merge_keys_fill_in()
    {
        var stack = await StackText.ReadAsync("""
            users:
            - &first {username: ana, phone_config: &soft {phone_type: SOFT_PHONE, auto_accept: true}}
            - username: bob
              phone_config: *soft
            - <<: *first
              username: cy
            """);

        stack.Errors.ShouldBeEmpty();
        stack.Users.Select(user => user.Row.Username).ShouldBe(["ana", "bob", "cy"]);
        stack.Users.ShouldAllBe(user => StackText.Value(user, "/PhoneConfig/PhoneType") == "\"SOFT_PHONE\"");
    }

    [Fact]
    public async Task Aliases_of_aliases_do_not_explode()
    {
        StringBuilder text = new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        (await StackText.FailAsync(text.ToString())).Message.ShouldContain("The aliases of the file stand for more than 1000000 values.");
    }

    [Fact]
    public async Task Merge_keys_of_merge_keys_do_not_explode()
    {
        StringBuilder text = new("a0: &a0 {x: 1, y: 2}\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}], k{i}: *a{i - 1}}}\n");
        }

        (await StackText.FailAsync(text.ToString())).ErrorId.ShouldBe("InvalidStackFile");
    }

    [Theory]
    [InlineData("team.yml", "[", 100_000, "is nested deeper than 32 levels")]
    [InlineData("team.yml", "{a: ", 100_000, "is nested deeper than 32 levels")]
    [InlineData("team.yml", "- ", 100_000, "is nested deeper than 32 levels")]
    [InlineData("team.json", "[", 100_000, "or nested too deep")]
    [InlineData("team.json", "{\"a\":", 100_000, "or nested too deep")]
    public async Task Deep_nesting_ends_in_an_error(string file, string opening, int count, string message)
    {
        var error = await StackText.FailAsync(string.Concat(Enumerable.Repeat(opening, count)), file);

        error.Message.ShouldContain(message);
        error.Message.Length.ShouldBeLessThan(500);
    }

    [Theory]
    [InlineData("{{ a[a[a[a[a[a[a[a[a[a[a[a[a[a[a[a[a[a[a[0]]]]]]]]]]]]]]]]]]] }}")]
    [InlineData("{{ ((((((((((((((((((a)))))))))))))))))) }}")]
    [InlineData("{{ a | default(a | default(a | default(1))) }}")]
    [InlineData("{{ a; b }}")]
    [InlineData("{{ a }} {{ {% include 'x' %} }}")]
    [InlineData("{% include '/etc/passwd' %}")]
    [InlineData("{% render 'x' %}")]
    [InlineData("{# comment #}")]
    [InlineData("{{ a.GetType.Assembly }}")]
    [InlineData("{{ 'x' | default: }}")]
    [InlineData("{{ a | replace('', 'x') }}")]
    [InlineData("{{ nil.x }}")]
    [InlineData("{{ 1.5.6 }}")]
    [InlineData("{{ 99999999999999999999999999999999999999999999 }}")]
    [InlineData("{{ a[ }}")]
    [InlineData("{{ ] }}")]
    [InlineData("{{ 'a\\")]
    [InlineData("{{ '\\u12' }}")]
    [InlineData("{{ a. }}")]
    [InlineData("{{ a[[0]] }}")]
    [InlineData("{{ a[true] }}")]
    [InlineData("{{ if }}")]
    [InlineData("{{ a\u0000b }}")]
    [InlineData("{{ \uD83D\uDE00 }}")]
    [InlineData("{{ a | }}")]
    [InlineData("{{ | upper }}")]
    [InlineData("{{ a == b }}")]
    [InlineData("{{ a, b }}")]
    public async Task Expressions_that_try_more_end_in_an_error_of_the_user(string expression)
    {
        var json = JsonSerializer.Serialize(expression);
        var stack = await StackText.ReadAsync($"{{\"resources\": [{{\"name\": \"x\", \"props\": [{{\"name\": \"username\", \"value\": \"ana\"}}, {{\"name\": \"last_name\", \"value\": {json}}}]}}]}}", "team.json", StackText.Options(("a", "x")));

        stack.Users.ShouldBeEmpty();
        stack.Errors.ShouldHaveSingleItem().Remedy.ShouldNotBeNullOrWhiteSpace();
        stack.Errors[0].Message.ShouldNotContain('\0');
    }

    [Theory]
    [InlineData("a", 3000)]
    [InlineData("| upper", 1_000_000)]
    public async Task A_long_expression_is_refused(string part, int count)
    {
        var stack = await StackText.ReadAsync($"resources: [{{name: x, props: [{{name: username, value: '{{{{ a{string.Concat(Enumerable.Repeat(part, count))} }}}}'}}]}}]", options: StackText.Options(("a", new string('x', 65_000))));

        stack.Errors.ShouldHaveSingleItem().Message.ShouldContain("longer than 2000 characters");
    }

    [Fact]
    public async Task Many_expressions_cannot_make_a_value_of_any_length()
    {
        var text = string.Concat(Enumerable.Repeat("{{ a }}", 2000));
        var stack = await StackText.ReadAsync($"resources: [{{name: x, props: [{{name: username, value: '{text}'}}]}}]", options: StackText.Options(("a", new string('x', 1000))));

        stack.Errors.ShouldHaveSingleItem().Message.ShouldContain("gives more than 65536 characters");
    }

    [Theory]
    [InlineData("team.yml")]
    [InlineData("team.json")]
    [InlineData("team.csv")]
    public async Task Bytes_that_are_no_text_are_refused(string file)
    {
        var error = await Should.ThrowAsync<ConnectOperationException>(() => StackText.ReadAsync([(byte)'[', 0xC3, 0x28, 0xFF, 0xFE, 0x80, (byte)']'], file));

        error.ErrorId.ShouldBe("InvalidStackFile");
    }

    [Fact]
    public async Task Random_bytes_never_do_anything_but_fail()
    {
        Random random = new(7);
        var alphabet = "{}[]:,-&*!|>'\"%@`#?<=~. \n\tausername{{ }}\\0"u8.ToArray();
        for (var i = 0; i < 600; i++)
        {
            var content = new byte[random.Next(1, 200)];
            for (var j = 0; j < content.Length; j++)
            {
                content[j] = random.Next(20) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)];
            }

            var file = (i % 3) switch { 0 => "team.yml", 1 => "team.json", _ => "team.csv" };
            try
            {
                (await StackText.ReadAsync(content, file)).ShouldNotBeNull();
            }
            catch (ConnectOperationException e)
            {
                e.Remedy.ShouldNotBeNullOrWhiteSpace(Convert.ToBase64String(content));
            }
        }
    }

    [Fact]
    public async Task Random_expressions_give_a_user_or_an_error_of_it()
    {
        Random random = new(5);
        string[] tokens = ["a", "b.c", "[0]", "['c']", "|", "upper", "default('x')", "default:", "join", "(", ")", "'t'", "\"t\"", "1", "-1", "1.5", ".", ",", " ", "nil", "true", "empty", "vars.", "==", "and", "not ", "in ", "[", "]", "==", "{{", "}}", "\\"];
        var resources = Enumerable.Range(0, 1500).Select(i =>
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => tokens[random.Next(tokens.Length)]));
            return (System.Text.Json.Nodes.JsonNode)new System.Text.Json.Nodes.JsonObject
            {
                ["name"] = $"r{i}",
                ["if"] = i % 2 == 0 ? null : text,
                ["props"] = new System.Text.Json.Nodes.JsonArray(
                    new System.Text.Json.Nodes.JsonObject { ["name"] = "username", ["value"] = $"u{i}" },
                    new System.Text.Json.Nodes.JsonObject { ["name"] = "last_name", ["value"] = i % 2 == 0 ? $"{{{{ {text} }}}}" : "x" }),
            };
        });
        var file = new System.Text.Json.Nodes.JsonObject { ["resources"] = new System.Text.Json.Nodes.JsonArray([.. resources]) }.ToJsonString();

        var stack = await StackText.ReadAsync(file, "team.json", StackText.Options(("a", new object[] { "x", "y" }), ("b", new Dictionary<string, object?> { ["c"] = 1 })));

        (stack.Users.Count + stack.SkippedUsers.Count + stack.Errors.Count).ShouldBe(1500);
        stack.Users.ShouldNotBeEmpty();
        stack.Errors.ShouldAllBe(error => error.Remedy.Length > 0 && error.Message.StartsWith("team.json:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manifest_with_random_damage_never_does_anything_but_fail()
    {
        Random random = new(11);
        for (var i = 0; i < 400; i++)
        {
            StringBuilder text = new(ManifestTests.Documented);
            for (var j = random.Next(1, 4); j > 0; j--)
            {
                var at = random.Next(text.Length);
                text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)).Insert(Math.Min(at, text.Length), "{}'[]:| &*!\n"[random.Next(12)]);
            }

            try
            {
                (await StackText.ReadAsync(text.ToString())).ShouldNotBeNull();
            }
            catch (ConnectOperationException e)
            {
                e.Remedy.ShouldNotBeNullOrWhiteSpace(text.ToString());
            }
        }
    }
}
