namespace AwsccConnect.Pipeline;

/// <summary>One input of a <see cref="BulkCmdlet"/>.</summary>
internal interface IBulkInput
{
    /// <summary>The target of errors.</summary>
    object Target { get; }

    /// <summary>The failure of the work on the input, with what it says about itself, such as its position in a file.</summary>
    Exception Describe(Exception exception) => exception;
}
