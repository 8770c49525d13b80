namespace AwsccConnect.Commands.Requests;

/// <summary>A command that takes requests, by token or from the pipeline.</summary>
public abstract class RequestInputCmdlet : BulkCmdlet
{
    /// <summary>Request tokens.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "RequestToken")]
    [Alias("Token")]
    [ValidateNotNullOrEmpty]
    public string[] RequestToken { get; set; } = [];

    /// <summary>Requests, request tokens, or rows with RequestToken and Region.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    private protected override void Process()
    {
        if (InputObject is { } input)
        {
            Submit(RequestInputReader.TargetOf(input), () => RequestInputReader.Read(input));
            return;
        }

        foreach (var token in RequestToken)
        {
            Submit(token, () => RequestInputReader.FromToken(token));
        }
    }

    /// <summary>Starts work on a request; on the pipeline thread.</summary>
    private protected abstract void Submit(RequestInput input);

    private void Submit(object target, Func<RequestInput> read)
    {
        if (Read(target, read) is { } input)
        {
            Submit(input);
        }
    }
}
