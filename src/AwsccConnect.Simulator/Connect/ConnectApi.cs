using AwsccConnect.Simulator.Api;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Connect;

/// <summary>The list operations of Amazon Connect's own API, on the resources of the simulated instances.</summary>
internal sealed class ConnectApi(SimulatorWorld world)
{
    private const int LargestPage = 1000;
    private const int LargestInstancePage = 10;
    private const int StandardPage = 100;
    private const int LongestInstanceId = 100;

    private readonly UserSearch _search = new(world);

    public ApiResponse Invoke(ConnectCall call)
    {
        if (call.Type == ResourceTypes.Instance)
        {
            return List(call, string.Empty, call.Input.Integer("MaxResults", 1, LargestInstancePage, LargestInstancePage));
        }

        var instance = InstanceArn(call.InstanceId!);
        return call.Operation == UserSearch.Operation
            ? _search.Run(call, instance)
            : List(call, instance, call.Input.Integer("MaxResults", 1, LargestPage, StandardPage));
    }

    /// <summary>The ARN of an instance; what is none stays as it is.</summary>
    public string ArnOf(string? instanceId)
    {
        var arn = instanceId?.Contains(':') is false && world.Instances is [{ Arn: var first }, ..] ? first.Replace(IdOf(first), instanceId, StringComparison.Ordinal) : instanceId;
        return arn is not null && world.Read(_ => world.Store.Find(ResourceTypes.Instance, arn)) is not null ? arn : instanceId ?? "*";
    }

    public static string IdOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>The id in the ARN that a property has; null for none.</summary>
    public static string? IdIn(JsonObject properties, string name) => ResourceStore.Text(properties, name) is { } arn ? IdOf(arn) : null;

    private string InstanceArn(string instanceId)
    {
        if (instanceId.Length is 0 or > LongestInstanceId)
        {
            throw ConnectErrors.InvalidParameter($"InstanceId has to have 1 to {LongestInstanceId} characters.");
        }

        var arn = ArnOf(instanceId);
        return world.Read(_ => world.Store.Find(ResourceTypes.Instance, arn)) is not null
            ? arn
            : throw ConnectErrors.NotFound($"Instance {instanceId} was not found.");
    }

    private ApiResponse List(ConnectCall call, string scope, int pageSize)
    {
        var tokenScope = $"{call.Operation} {scope}";
        var after = PageToken.Decode(
            world.Parameters.Seed, tokenScope, call.Input.Text("NextToken"), static () => ConnectErrors.InvalidRequest("NextToken is not one that this list gave."));

        // One more than a page shows whether there is another page.
        (var page, var last) = world.Read(_ =>
        {
            var found = world.Store.Page(call.Type, scope, after, pageSize + 1);
            return (new JsonArray([.. found.Take(pageSize).Select(Summary)]), found.Count > pageSize ? found[pageSize - 1].Sequence : (long?)null);
        });
        return new ApiResponse(ResponseWriter.Object(writer =>
        {
            writer.WritePropertyName($"{call.Type.ApiNoun}SummaryList");
            page.WriteTo(writer);
            if (last is { } position)
            {
                writer.WriteString("NextToken", PageToken.Encode(world.Parameters.Seed, tokenScope, position));
            }
        }));
    }

    private JsonNode Summary(StoredResource resource)
    {
        JsonObject summary = new() { ["Id"] = IdOf(resource.Identifier), ["Arn"] = resource.Identifier };
        if (resource.Type == ResourceTypes.Instance)
        {
            var instance = resource.Read(world.Seeded);
            foreach (var name in new[] { "IdentityManagementType", "InstanceAlias", "ServiceRole", "InstanceStatus" })
            {
                summary[name] = instance[name]?.DeepClone();
            }

            summary["CreatedTime"] = DateTimeOffset.Parse((string)instance["CreatedTime"]!, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
            summary["InboundCallsEnabled"] = instance["Attributes"]?["InboundCalls"]?.DeepClone();
            summary["OutboundCallsEnabled"] = instance["Attributes"]?["OutboundCalls"]?.DeepClone();
            summary["InstanceAccessUrl"] = $"https://{resource.Name}.my.connect.aws";
            return summary;
        }

        summary[resource.Type == ResourceTypes.User ? "Username" : "Name"] = resource.Name;
        summary["LastModifiedTime"] = resource.Modified.ToUnixTimeMilliseconds() / 1000.0;
        summary["LastModifiedRegion"] = world.Parameters.Region;
        return summary;
    }
}
