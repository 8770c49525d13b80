namespace AwsccConnect.Simulator.Resources;

/// <summary>What the simulator knows of a resource type.</summary>
/// <param name="Name">CloudFormation type name.</param>
/// <param name="IdentifierProperty">Property that is the primary identifier.</param>
/// <param name="NameProperty">Property that people know the resource by.</param>
/// <param name="ApiNoun">The noun in the names of the Connect APIs its handlers call.</param>
/// <param name="ListNeedsInstance">Whether the list handler's schema requires InstanceArn.</param>
/// <param name="IsWritable">Whether the simulator implements create, update and delete.</param>
/// <param name="SchemaName">Name of the embedded schema resource.</param>
internal sealed record ResourceType(
    string Name,
    string IdentifierProperty,
    string NameProperty,
    string ApiNoun,
    bool ListNeedsInstance,
    bool IsWritable,
    string SchemaName)
{
    public string DescribeApi => "Describe" + ApiNoun;

    public string ListApi => "List" + ApiNoun + "s";
}
