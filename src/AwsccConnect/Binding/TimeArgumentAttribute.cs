namespace AwsccConnect.Binding;

/// <summary>
/// Refuses numbers as times: PowerShell would take 7 for 700 nanoseconds after midnight on 1 January of the year 1. A time with an offset, which
/// PowerShell does not convert, is the same moment in UTC.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeArgumentAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PSValue.BaseOf(inputData) switch
    {
        DateTimeOffset time => time.UtcDateTime,
        { } value when value.GetType().IsPrimitive => throw new ArgumentTransformationMetadataException(
            $"{value} is not a time. Give one such as '2026-11-28 08:00' or (Get-Date).AddDays(-7)."),
        _ => inputData,
    };
}
