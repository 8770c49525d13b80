using System.Management.Automation;

namespace AwsccConnect.Simulator.Commands;

/// <summary>Makes the error records of the commands.</summary>
internal static class CommandErrors
{
    /// <summary>Makes a record.</summary>
    public static ErrorRecord Create(string errorId, ErrorCategory category, string message, string remedy, object? target, Exception? cause = null)
    {
        // Messages repeat parts of files, which a terminal must not obey.
        var clean = string.Concat(message.Select(character => char.IsControl(character) && character != '\n' ? '?' : character));
        return new ErrorRecord(new InvalidOperationException(clean, clean == message ? cause : null), errorId, category, target)
        {
            ErrorDetails = new ErrorDetails(clean) { RecommendedAction = remedy },
        };
    }
}
