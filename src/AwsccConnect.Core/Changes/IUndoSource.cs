namespace AwsccConnect.Core.Changes;

/// <summary>An item in work whose changes take others back.</summary>
internal interface IUndoSource
{
    /// <summary>The plan; null before there is one.</summary>
    UndoPlan? Plan { get; }
}
