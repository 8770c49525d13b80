namespace AwsccConnect.Tests.Faults;

/// <summary>What has become of the struck user.</summary>
public enum Aftermath
{
    /// <summary>Nothing was done to it.</summary>
    Untouched,

    /// <summary>What the command was to do is done.</summary>
    Done,

    /// <summary>A part of it is done.</summary>
    Half,
}
