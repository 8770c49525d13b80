namespace AwsccConnect.Core.Patching;

/// <summary>A patch document that cannot be applied to a state; nothing of it was applied.</summary>
public sealed class PatchException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="index">Its index in the document, from 0.</param>
    /// <param name="isTestFailure">True where a <c>test</c> found another value.</param>
    public PatchException(string message, PatchOperation operation, int index, bool isTestFailure = false)
        : base(message)
    {
        Operation = operation;
        Index = index;
        IsTestFailure = isTestFailure;
    }

    /// <summary>The operation that failed.</summary>
    public PatchOperation Operation { get; }

    /// <summary>Its index in the document, from 0.</summary>
    public int Index { get; }

    /// <summary>True where a <c>test</c> found another value.</summary>
    public bool IsTestFailure { get; }
}
