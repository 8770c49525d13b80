namespace AwsccConnect.Simulator.Resources;

/// <summary>
/// What the simulator knows of a resource type. <c>NameProperty</c> is what people know the resource by, <c>ApiNoun</c> the noun in the names
/// of the Connect APIs that its handlers call; <c>ListNeedsInstance</c> is whether the schema of the list handler requires InstanceArn,
/// <c>IsWritable</c> whether create, update and delete are simulated.
/// </summary>
internal sealed record ResourceType(
    string Name,
    string IdentifierProperty,
    string NameProperty,
    string ApiNoun,
    bool ListNeedsInstance,
    bool IsWritable)
{
    public string DescribeApi => "Describe" + ApiNoun;

    public string ListApi => "List" + ApiNoun + "s";
}
