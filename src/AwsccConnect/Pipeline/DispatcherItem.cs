namespace AwsccConnect.Pipeline;

/// <summary>Something for the pipeline thread to run.</summary>
/// <param name="Run">Runs it.</param>
/// <param name="Cancel">Notifies the poster that it will not be run.</param>
internal sealed record DispatcherItem(Action Run, Action Cancel);
