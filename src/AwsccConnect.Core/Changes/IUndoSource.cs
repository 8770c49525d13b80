namespace AwsccConnect.Core.Changes;

/// <summary>An item in work whose changes take others back.</summary>
internal interface IUndoSource
{
    /// <summary>Ids of the changes that are undone.</summary>
    IReadOnlyList<string> UndoOf { get; }
}
