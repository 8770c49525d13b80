namespace AwsccConnect.Binding;

/// <summary>Refuses numbers as times: PowerShell would take 7 for 700 nanoseconds after midnight on 1 January of the year 1.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeArgumentAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PSValue.BaseOf(inputData) is { } value and not string && value.GetType().IsPrimitive
        ? throw new ArgumentTransformationMetadataException($"{value} is a number, not a time. For one that many days ago: (Get-Date).AddDays(-{value}).")
        : inputData;
}
