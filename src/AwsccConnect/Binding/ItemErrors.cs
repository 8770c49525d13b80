using System.Management.Automation;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;
using AwsccConnect.Errors;

namespace AwsccConnect.Binding;

/// <summary>Words the errors of inputs: which row, what is wrong with it, what to do.</summary>
internal static class ItemErrors
{
    /// <summary>The record for an input that could not be understood.</summary>
    public static ErrorRecord ToRecord(Exception exception, object? target) => ErrorRecords.From(ToOperation(exception), target);

    /// <summary>The failure with the row's position at the start of its message, and only there.</summary>
    public static Exception At(Exception exception, UserInput input)
    {
        var operation = ToOperation(exception);
        return input.Source is null || operation is not ConnectOperationException known
            ? operation
            : new ConnectOperationException(known.ErrorId, $"{input.Source}: {known.Message.Replace($" ({input.Source})", string.Empty, StringComparison.Ordinal)}", known.Remedy, known)
            {
                EndsCommand = known.EndsCommand,
                RequestToken = known.RequestToken,
            };
    }

    /// <summary>The record for -RunId beside -GeneratePassword.</summary>
    public static ErrorRecord RunExcludesPasswords() => ToRecord(
        new UserValueException(
            "RunId",
            "-RunId and -GeneratePassword exclude each other: another run would make other passwords, and AWS could not know its requests again.",
            "Give the passwords with -Password or in the rows, the same in every run, or leave -RunId out."),
        null);

    /// <summary>The warning for a column that is not known where it does not matter.</summary>
    public static string UnknownColumn(string column) => UserColumns.Nearest(column) is { } nearest
        ? $"The column '{column}' is not known and is ignored. Did you mean '{nearest}'?"
        : $"The column '{column}' is not known and is ignored.";

    /// <summary>The remedy for a key that is no property of a user.</summary>
    public static string NearestProperty(string key) =>
        ClosestMatch.Match(key, UserSchema.Properties.Select(property => property.Name)) is { } nearest ? $"Did you mean '{nearest}'?" : "Correct the key.";

    /// <summary>The failure in the terms of the module.</summary>
    public static Exception ToOperation(Exception exception) => exception switch
    {
        UserRowException row => UserProblems.ToException(row.RowSource ?? "The row", row.Problems, row),
        UserValueException value => UserProblems.ToException(null, [value.ToProblem()], value),
        ArgumentException argument => new ConnectOperationException(
            UserErrorIds.InvalidValue, argument.Message, "Correct the row and run the command again for it.", argument),
        _ => exception,
    };
}
