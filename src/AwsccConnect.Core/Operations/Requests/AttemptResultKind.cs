namespace AwsccConnect.Core.Operations.Requests;

/// <summary>How a request ended other than by simply succeeding.</summary>
internal enum AttemptResultKind
{
    /// <summary>AWS reports it as FAILED.</summary>
    Failed,

    /// <summary>It was made by an earlier run, and has failed.</summary>
    ReplayedFailure,

    /// <summary>It was made by an earlier run and succeeded then; what it made may have been changed since.</summary>
    ReplayedSuccess,

    /// <summary>An earlier run has used its client token for another body; how that request ended AWS does not say.</summary>
    TokenConflict,
}
