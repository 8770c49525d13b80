using NJsonSchema;

namespace AwsccConnect.Simulator.Resources;

/// <summary>Holds the model of a user against its resource schema, in the words of the service.</summary>
internal sealed class SchemaValidator
{
    private readonly Lazy<Task<JsonSchema>> _schema;

    public SchemaValidator(SimulatorSchemaProfile profile) => _schema = new Lazy<Task<JsonSchema>>(() => LoadAsync(profile));

    /// <summary>Throws the service's ValidationException if the model breaks the schema.</summary>
    public async Task CheckAsync(JsonObject model)
    {
        var schema = await _schema.Value.ConfigureAwait(false);
        List<string> messages = [];
        foreach (var error in schema.Validate(model.ToJsonString()))
        {
            SchemaMessages.Collect(error, model, messages);
        }

        if (messages.Count > 0)
        {
            messages.Sort(StringComparer.Ordinal);
            throw ServiceErrors.Validation($"Model validation failed ({string.Join('\n', messages.Distinct(StringComparer.Ordinal))})");
        }
    }

    private static async Task<JsonSchema> LoadAsync(SimulatorSchemaProfile profile)
    {
        var document = ReadDocument();
        JsonObject schema = [];
        foreach (var keyword in new[] { "definitions", "properties", "required", "additionalProperties" })
        {
            if (document[keyword] is { } part)
            {
                schema[keyword] = part.DeepClone();
            }
        }

        schema["type"] = "object";
        AdaptPatterns(schema);
        if (profile == SimulatorSchemaProfile.Seed)
        {
            schema["required"]!.AsArray().Add((JsonNode)"PhoneConfig");
            schema["definitions"]!["Level"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 5 };
        }

        return await JsonSchema.FromJsonAsync(schema.ToJsonString()).ConfigureAwait(false);
    }

    /// <summary>The public resource schema, embedded without its descriptions.</summary>
    private static JsonObject ReadDocument()
    {
        const string name = "AwsccConnect.Simulator.Schemas.AWS_Connect_User.json";
        using var stream = typeof(SchemaValidator).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Schema {name} is not embedded.");
        return JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>
    /// CloudFormation schemas contain <c>"pattern": ""</c>, which means none, and escaped underscores, which .NET's regular expressions refuse.
    /// </summary>
    private static void AdaptPatterns(JsonNode? node)
    {
        if (node is JsonObject value)
        {
            if (value["pattern"] is JsonValue pattern && pattern.TryGetValue(out string? text))
            {
                value.Remove("pattern");
                if (text.Length > 0)
                {
                    value["pattern"] = text.Replace(@"\_", "_", StringComparison.Ordinal);
                }
            }

            foreach (var pair in value)
            {
                AdaptPatterns(pair.Value);
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                AdaptPatterns(item);
            }
        }
    }
}
