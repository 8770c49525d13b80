namespace AwsccConnect.Core.Users;

/// <summary>A value that a property cannot hold.</summary>
public sealed class UserValueException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="propertyName">The property.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">What to do.</param>
    public UserValueException(string propertyName, string message, string? remedy = null)
        : base(message)
    {
        PropertyName = propertyName;
        Remedy = remedy;
    }

    /// <summary>The property that was given the value.</summary>
    public string PropertyName { get; }

    /// <summary>What to do, if there is something to say.</summary>
    public string? Remedy { get; }

    /// <summary>The exception as a problem with error id <see cref="UserErrorIds.InvalidValue"/>.</summary>
    /// <returns>The problem.</returns>
    public UserProblem ToProblem() => new(UserErrorIds.InvalidValue, PropertyName, Message, Remedy);
}
