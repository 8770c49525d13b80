namespace AwsccConnect;

/// <summary>The simulator's state file cannot be read. The file is left as it is.</summary>
public sealed class StateFileException : IOException
{
    /// <summary>Creates the exception.</summary>
    public StateFileException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and with which file.</param>
    public StateFileException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and with which file.</param>
    /// <param name="innerException">The cause.</param>
    public StateFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
