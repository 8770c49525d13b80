using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Permissions;

/// <summary>
/// Composes IAM policies with what commands really call and nothing else. Which actions take which resources:
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html"/>.
/// </summary>
internal static class PermissionPolicy
{
    private const string AnyInstance = "arn:aws:connect:*:*:instance/*";

    /// <summary>Composes a policy document.</summary>
    /// <exception cref="ConnectOperationException">An instance's ARN is not one (<see cref="ErrorIds.InvalidArn"/>).</exception>
    public static string Compose(IEnumerable<string> commands, IReadOnlyList<string> instanceArns, string? roleArn)
    {
        foreach (var arn in instanceArns)
        {
            CheckInstance(arn);
        }

        var calls = commands.SelectMany(CommandCalls.Of).Distinct().ToList();
        var statements = new JsonArray();
        Add(statements, "CloudControl", calls.Where(call => !call.IsOptional).Select(call => call.Action), ["*"]);
        if (roleArn is null)
        {
            AddHandlers(statements, calls, instanceArns);
        }
        else
        {
            // The handlers run as the role, so that it is the role that needs the actions of Amazon Connect.
            Add(statements, "PassRole", ["iam:PassRole"], [roleArn]);
            statements[^1]!["Condition"] = new JsonObject
            {
                ["StringEquals"] = new JsonObject { ["iam:PassedToService"] = "cloudformation.amazonaws.com" },
            };
        }

        AddOptional(statements, calls, instanceArns);
        return JsonText.WriteIndented(new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements });
    }

    /// <summary>The caller's own calls of Amazon Connect, as far as the handlers do not need the same: ListInstances takes no resource.</summary>
    private static void AddOptional(JsonArray statements, List<ApiCall> calls, IReadOnlyList<string> instanceArns)
    {
        var allowed = statements.SelectMany(statement => statement!["Action"]!.AsArray()).Select(action => (string?)action).ToHashSet(StringComparer.Ordinal);
        var actions = calls.Where(call => call.IsOptional).Select(call => call.Action).Where(action => !allowed.Contains(action)).ToLookup(action => action == "connect:ListInstances");
        Add(statements, "OptionalFindInstances", actions[true], ["*"]);
        Add(statements, "OptionalFindByName", actions[false], InstancesOf(instanceArns).SelectMany(Inside));
    }

    private static IReadOnlyList<string> InstancesOf(IReadOnlyList<string> instanceArns) => instanceArns.Count == 0 ? [AnyInstance] : instanceArns;

    private static void AddHandlers(JsonArray statements, List<ApiCall> calls, IReadOnlyList<string> instanceArns)
    {
        var instances = InstancesOf(instanceArns);

        // To find one instance by its alias all are listed and read; some of these actions take no resource anyway.
        Add(statements, "FindInstances", calls.Where(call => call.TypeName == ResourceTypes.Instance).SelectMany(call => call.HandlerActions), ["*"]);

        var actions = calls.Where(call => call.TypeName != ResourceTypes.Instance).SelectMany(call => call.HandlerActions).ToList();
        Add(statements, "UseInstance", actions.Where(action => !IsTagging(action)), instances.SelectMany(Inside));
        Add(statements, "TagUsers", actions.Where(IsTagging), instances.Select(arn => arn + "/agent/*"));
    }

    /// <summary>An instance and what is in it; a pattern that ends with a star has both already.</summary>
    private static string[] Inside(string instanceArn) =>
        instanceArn.EndsWith('*') ? [instanceArn] : [instanceArn, instanceArn + "/*"];

    /// <summary>Actions that would reach queues and flows as well, were they not limited to users.</summary>
    private static bool IsTagging(string action) => action is "connect:TagResource" or "connect:UntagResource";

    private static void Add(JsonArray statements, string sid, IEnumerable<string> actions, IEnumerable<string> resources)
    {
        var sorted = actions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(action => (JsonNode)action).ToArray();
        if (sorted.Length > 0)
        {
            statements.Add(new JsonObject
            {
                ["Sid"] = sid,
                ["Effect"] = "Allow",
                ["Action"] = new JsonArray(sorted),
                ["Resource"] = new JsonArray([.. resources.Distinct(StringComparer.Ordinal).Select(resource => (JsonNode)resource)]),
            });
        }
    }

    private static void CheckInstance(string arn)
    {
        if (!ConnectArn.TryParse(arn, out var parsed) || parsed.ResourceKind != ConnectResourceKind.Instance)
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidArn,
                $"'{arn}' is not the ARN of an instance; a policy cannot name instances otherwise.",
                "Use an ARN like arn:aws:connect:REGION:ACCOUNT:instance/ID, or -InstanceArn (Get-ConnectInstance ALIAS).");
        }
    }
}
