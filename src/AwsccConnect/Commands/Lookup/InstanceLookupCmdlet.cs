using AwsccConnect.Binding.Completers;

namespace AwsccConnect.Commands.Lookup;

/// <summary>A look-up within instances.</summary>
/// <typeparam name="T">The object that is written.</typeparam>
public abstract class InstanceLookupCmdlet<T> : LookupCmdlet<T>
    where T : class
{
    /// <summary>ARN, id or alias of the instances to look in. Default: all instances of the Region.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("Instance", "InstanceAlias")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    public string[] InstanceArn { get; set; } = [];

    private protected override IReadOnlyList<string> Instances => InstanceArn;
}
