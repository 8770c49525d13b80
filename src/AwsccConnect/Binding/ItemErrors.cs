using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users.Import;
using AwsccConnect.Errors;

namespace AwsccConnect.Binding;

/// <summary>Words the errors of inputs: which row, what is wrong with it, what to do.</summary>
internal static class ItemErrors
{
    /// <summary>The record for an input that could not be understood.</summary>
    public static ErrorRecord ToRecord(Exception exception, object? target) => ErrorRecords.From(ToOperation(exception, target), target);

    /// <summary>The failure with the row's position at the start of its message, and only there, and with the user's name.</summary>
    public static Exception At(Exception exception, UserInput input)
    {
        var operation = ToOperation(exception, input.Target);
        if (operation is not ConnectOperationException { EndsCommand: false } known)
        {
            return operation;
        }

        var text = input.Source is null ? known.Message : known.Message.Replace($" ({input.Source})", string.Empty, StringComparison.Ordinal);
        var named = RowName.Of(input.Username, input.UserArn) is not { } name || text.Contains(name, StringComparison.OrdinalIgnoreCase) ? text : $"{name}: {text}";
        var message = input.Source is null ? named : $"{input.Source}: {named}";
        return message == known.Message ? known : known.Reworded(message);
    }

    /// <summary>The warning for a column that is not known where it does not matter.</summary>
    public static string UnknownColumn(string column) => UserColumns.Nearest(column) is { } nearest
        ? $"The column '{column}' is not known and is ignored. Did you mean '{nearest}'?"
        : $"The column '{column}' is not known and is ignored.";

    /// <summary>The failure for a key of -Property that is no property of a user.</summary>
    public static UserValueException UnknownKey(string key) => new(
        key,
        $"-Property has the key '{key}', which is not a property of a user.",
        ClosestMatch.Match(key, UserSchema.Properties.Select(property => property.Name)) is { } nearest ? $"Did you mean '{nearest}'?" : "Correct the key.");

    /// <summary>The failure in the terms of the module, with the name of the row's user.</summary>
    public static Exception ToOperation(Exception exception, object? target) => exception switch
    {
        UserValueException value => UserProblems.ToException(LabelOf(value, target), value.Problems, value),
        ArgumentException argument => new ConnectOperationException(ErrorIds.InvalidValue, argument.Message, innerException: argument),
        _ => exception,
    };

    /// <summary>Where the row is from and whose it is, as far as it says so.</summary>
    private static string? LabelOf(UserValueException row, object? target) => (row.RowSource, RowName.In(target)) switch
    {
        (null, null) => row.IsRow ? "The row" : null,
        ({ } source, null) => source,
        (null, { } name) => name,
        ({ } source, { } name) => $"{source}: {name}",
    };
}
