using AwsccConnect.Core.Permissions;

namespace AwsccConnect.Commands.Users;

/// <summary>Gets the IAM actions that the work on users needs, or composes a policy with them. Makes no call.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectUserPermission", DefaultParameterSetName = "Operation")]
[OutputType(typeof(ConnectUserPermission), ParameterSetName = ["Operation"])]
[OutputType(typeof(string), ParameterSetName = ["Policy"])]
public sealed class GetConnectUserPermissionCommand : AsyncCmdlet
{
    /// <summary>Operations on users; without it all.</summary>
    [Parameter(Position = 0, ParameterSetName = "Operation")]
    [ValidateSet("Create", "Read", "Update", "Delete", "List")]
    public string[] Operation { get; set; } = [];

    /// <summary>Write a policy document, as JSON text. The other parameters of a policy imply it.</summary>
    [Parameter(ParameterSetName = "Policy")]
    public SwitchParameter AsPolicy { get; set; }

    /// <summary>Commands that the policy allows, with wildcards; without it all that talk to AWS.</summary>
    [Parameter(ParameterSetName = "Policy")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PolicyCommandCompleter))]
    public string[] ForCommand { get; set; } = [];

    /// <summary>ARNs of the instances that the policy is limited to; without it all.</summary>
    [Parameter(ParameterSetName = "Policy")]
    [Alias("Instance")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    public string[] InstanceArn { get; set; } = [];

    /// <summary>ARN of the role that the commands are given as -RoleArn.</summary>
    [Parameter(ParameterSetName = "Policy")]
    [ValidatePattern("^arn:.+:iam::[0-9]{12}:role/.+$")]
    public string? RoleArn { get; set; }

    private protected override void End()
    {
        if (ParameterSetName == "Policy")
        {
            WriteObject(PermissionPolicy.Compose(Commands(), InstanceArn, RoleArn));
            return;
        }

        var operations = Operation.Length > 0 ? Operation.Select(name => Enum.Parse<UserOperation>(name, ignoreCase: true)).Distinct() : Enum.GetValues<UserOperation>();
        foreach (var operation in operations)
        {
            foreach (var action in HandlerPermissions.Of(ResourceTypes.User, operation))
            {
                WriteObject(new ConnectUserPermission(operation.ToString(), action));
            }
        }
    }

    private List<string> Commands()
    {
        if (ForCommand.Length == 0)
        {
            return [.. CommandCalls.Commands];
        }

        var chosen = new List<string>();
        foreach (var name in ForCommand)
        {
            var pattern = NamePattern.Parse(nameof(ForCommand), name);
            var matches = CommandCalls.Commands.Where(pattern.IsMatch).ToList();
            if (matches.Count == 0)
            {
                var nearest = ClosestMatch.Match(name, CommandCalls.Commands);
                throw new ConnectOperationException(
                    ErrorIds.InvalidValue,
                    $"'{name}' is no command of this module that calls AWS. There are: {string.Join(", ", CommandCalls.Commands)}.",
                    nearest is null ? "Use one of them; commands that call nothing need no policy." : $"Did you mean {nearest}?");
            }

            chosen.AddRange(matches);
        }

        return chosen;
    }
}
