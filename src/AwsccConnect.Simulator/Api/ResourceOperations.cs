using System.Text.Json;
using AwsccConnect.Simulator.Requests;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Api;

/// <summary>GetResource and ListResources.</summary>
internal sealed class ResourceOperations(SimulatorWorld world, int pageSize)
{
    public static ResourceType TypeOf(ApiRequest request)
    {
        var name = request.Required("TypeName");
        request.Optional("TypeVersionId");
        request.Optional("RoleArn");
        return ResourceTypes.Find(name) ?? throw ServiceErrors.TypeNotFound(name);
    }

    public ApiResponse Get(ApiRequest request)
    {
        var type = TypeOf(request);
        var identifier = request.Required("Identifier");
        Charge(request, type.DescribeApi);
        (var resource, var json) = world.Read(now =>
            world.FindReadable(type, identifier, now) is { } found ? (found, found.Json) : throw ServiceErrors.NotFound(type.Name, identifier));

        // Composing a seeded user needs no lock: it depends on the seed alone.
        json ??= JsonTexts.Text(world.Seeded.Properties(resource.SeedIndex));
        return new ApiResponse(ResponseWriter.Object(writer =>
        {
            writer.WriteString("TypeName", type.Name);
            writer.WritePropertyName("ResourceDescription");
            Describe(writer, identifier, json);
        }))
        {
            Identifier = identifier,
            Username = type == ResourceTypes.User ? resource.Name : null,
        };
    }

    public ApiResponse List(ApiRequest request)
    {
        var type = TypeOf(request);
        var token = request.Optional("NextToken");
        request.OptionalInteger("MaxResults", 1, 100);
        var scope = ListScope(type, request.Optional("ResourceModel"));
        var tokenScope = $"{type.Name} {scope}";
        var after = PageToken.Decode(
            world.Parameters.Seed, tokenScope, token, static () => ServiceErrors.InvalidRequest("Invalid NextToken: it is not one that this list gave"));
        Charge(request, type.ListApi);
        (var page, var documents) = world.Read(_ =>
        {
            if (type.ListNeedsInstance && world.Store.Find(ResourceTypes.Instance, scope) is null)
            {
                throw ServiceErrors.NotFound(ResourceTypes.Instance.Name, scope);
            }

            // One more than a page shows whether there is another page.
            var found = world.Store.Page(type, scope, after, pageSize + 1);
            return (found, found.Select(resource => type == ResourceTypes.Instance ? resource.Json : null).ToList());
        });
        return new ApiResponse(ResponseWriter.Object(writer =>
        {
            writer.WriteString("TypeName", type.Name);
            writer.WriteStartArray("ResourceDescriptions");
            for (var i = 0; i < Math.Min(page.Count, pageSize); i++)
            {
                // List handlers return what their API returns: for all but instances that is only the identifier.
                var identifier = page[i].Identifier;
                Describe(writer, identifier, documents[i] ?? JsonTexts.Text(new JsonObject { [type.IdentifierProperty] = identifier }));
            }

            writer.WriteEndArray();
            if (page.Count > pageSize)
            {
                writer.WriteString("NextToken", PageToken.Encode(world.Parameters.Seed, tokenScope, page[pageSize - 1].Sequence));
            }
        }));
    }

    private static string ListScope(ResourceType type, string? model)
    {
        JsonObject? properties = null;
        if (model is not null)
        {
            properties = JsonTexts.TryParse(model, out var node) && node is JsonObject parsed
                ? parsed
                : throw ServiceErrors.InvalidRequest("ResourceModel is not a JSON object");
        }

        if (!type.ListNeedsInstance)
        {
            return string.Empty;
        }

        return properties is not null && ResourceStore.Text(properties, "InstanceArn") is { Length: > 0 } instance
            ? instance
            : throw ServiceErrors.InvalidRequest(
                $"Missing or invalid ResourceModel property in {type.Name} list handler request input. Required property: (#: required key [InstanceArn] not found)");
    }

    private void Charge(ApiRequest request, string api)
    {
        if (world.Refuse(api, request.Optional("RoleArn") is not null) is { } refusal)
        {
            throw refusal == HandlerFailure.Throttling ? ServiceErrors.Throttling() : new ServiceErrorException("AccessDeniedException", refusal.Message);
        }
    }

    private static void Describe(Utf8JsonWriter writer, string identifier, string properties)
    {
        writer.WriteStartObject();
        writer.WriteString("Identifier", identifier);
        writer.WriteString("Properties", properties);
        writer.WriteEndObject();
    }
}
