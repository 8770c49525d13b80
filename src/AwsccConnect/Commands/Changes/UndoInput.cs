using System.Net;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Commands.Changes;

/// <summary>A user whose changes are undone.</summary>
internal sealed class UndoInput(UserUndo undo) : IBulkInput, IUndoSource, IPasswordOwner
{
    /// <summary>The changes.</summary>
    public UserUndo Undo => undo;

    public NetworkCredential? Generated { get; init; }

    public UndoPlan? Plan { get; set; }

    public object Target => undo.Label;
}
