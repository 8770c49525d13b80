using System.Security;
using AwsccConnect.Core.Changes;

namespace AwsccConnect.Commands.Changes;

/// <summary>A user whose changes are undone.</summary>
internal sealed class UndoInput(UserUndo undo) : IBulkInput, IUndoSource
{
    /// <summary>The changes.</summary>
    public UserUndo Undo => undo;

    /// <summary>The password that was made for the user; null for none.</summary>
    public SecureString? Generated { get; init; }

    public UndoPlan? Plan { get; set; }

    public object Target => undo.Label;
}
