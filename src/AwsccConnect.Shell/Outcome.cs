namespace AwsccConnect.Shell;

/// <summary>How a pipeline ended.</summary>
internal enum Outcome
{
    /// <summary><c>$?</c> is true.</summary>
    Succeeded,

    /// <summary><c>$?</c> is false.</summary>
    Failed,

    /// <summary>An uncaught terminating error.</summary>
    Terminated,

    /// <summary>Stopped from outside.</summary>
    Stopped,
}
