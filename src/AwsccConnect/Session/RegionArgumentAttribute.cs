using System.Collections;

namespace AwsccConnect.Session;

/// <summary>
/// Lets -Region take the objects that name a Region in AWS Tools and the AWS SDK (<c>AWSRegion</c> with its property
/// Region, <c>RegionEndpoint</c> with SystemName) beside texts: their ToString gives a display name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RegionArgumentAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Names = ["SystemName", "Region"];

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PSValue.BaseOf(inputData) switch
    {
        null => null,
        string text => Checked(text),
        IEnumerable items => items.Cast<object?>().Select(NameOf).ToArray(),
        _ => NameOf(inputData),
    };

    private static object? NameOf(object? item) => PSValue.BaseOf(item) switch
    {
        null => null,
        string text => Checked(text),
        _ => Names.Select(name => PSObject.AsPSObject(item!).Properties[name]?.Value as string).FirstOrDefault(name => !string.IsNullOrEmpty(name))
            ?? Checked(item!.ToString() ?? string.Empty),
    };

    /// <summary>A name that can be none fails here, once, and not for every row.</summary>
    private static string Checked(string text) => text.Length == 0 || RegionResolver.IsName(text)
        ? text
        : throw new ArgumentTransformationMetadataException($"'{text}' is not the name of an AWS Region, such as eu-west-2.");
}
