namespace AwsccConnect.Pipeline;

/// <summary>Something for the pipeline thread to run. <c>Cancel</c> notifies the poster that it will not be run.</summary>
internal sealed record DispatcherItem(Action Run, Action Cancel);
