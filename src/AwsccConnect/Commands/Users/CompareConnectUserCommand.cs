using System.Collections;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Commands.Users;

/// <summary>Compares users, or a user with desired values, and writes the patch document between them. Makes no call.</summary>
[Cmdlet(VerbsData.Compare, "ConnectUser", DefaultParameterSetName = "DifferenceObject")]
[OutputType(typeof(ConnectUserComparison), typeof(string))]
public sealed class CompareConnectUserCommand : AsyncCmdlet
{
    private readonly HashSet<string> _reportedColumns = new(StringComparer.OrdinalIgnoreCase);
    private JsonObject _reference = [];

    /// <summary>The user to change: a user, a deserialized copy of one, or a row.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public PSObject? ReferenceObject { get; set; }

    /// <summary>The state to reach: a user, a deserialized copy of one, or a row or hashtable with the desired values.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = "DifferenceObject")]
    [ValidateNotNull]
    public PSObject? DifferenceObject { get; set; }

    /// <summary>Desired values as a hashtable; $null clears.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Property")]
    [ValidateNotNull]
    public IDictionary? Property { get; set; }

    /// <summary>Write only the patch document, as JSON text.</summary>
    [Parameter]
    public SwitchParameter AsPatchDocument { get; set; }

    private protected override void Begin()
    {
        try
        {
            _reference = StateOf(ReferenceObject!, nameof(ReferenceObject));
        }
        catch (UserValueException exception)
        {
            ThrowTerminatingError(ItemErrors.ToRecord(exception, UserInputReader.Copy(ReferenceObject!)));
        }
    }

    private protected override void Process()
    {
        var input = Property is null ? DifferenceObject! : PSObject.AsPSObject(Property);
        try
        {
            Write(UserComparer.Compare(_reference, DesiredOf(input), NameOf), UserStates.IsWhole(input));
        }
        catch (Exception exception) when (exception is UserValueException or ConnectOperationException)
        {
            WriteError(ItemErrors.ToRecord(exception, UserInputReader.Copy(input)));
        }

        string? NameOf(string arn) => NamesOf(ReferenceObject!)?.ShownNameOf(arn) ?? NamesOf(input)?.ShownNameOf(arn);
    }

    private void Write(ConnectUserComparison comparison, bool isOfUsers)
    {
        if (!AsPatchDocument)
        {
            WriteObject(comparison);
            return;
        }

        // Two users have two names: that is no loss. Of one user it is a wish that the document cannot carry.
        if (comparison.NotUpdatable.Count > 0 && !(isOfUsers && comparison.NotUpdatable.Contains("Username")))
        {
            WriteWarning($"{comparison.Username ?? comparison.UserArn}: AWS cannot change {string.Join(", ", comparison.NotUpdatable)} of an existing user, so the patch document leaves it out.");
        }

        WriteObject(comparison.PatchDocument);
    }

    private static NameCache? NamesOf(PSObject input) => (input.BaseObject as ConnectUser)?.Names;

    private JsonObject StateOf(PSObject input, string parameter)
    {
        switch (input.BaseObject)
        {
            case ConnectUser user:
                return UserStates.Of(user, input);
            case string or ConnectUserReference or ConnectUserRequest or ValueType or (IEnumerable and not IDictionary):
                throw new ConnectOperationException(
                    ErrorIds.InvalidValue,
                    $"-{parameter} is a {input.BaseObject.GetType().Name} and not a user: this command makes no call to read one.",
                    "Give one user, such as Get-ConnectUser writes, or a row or hashtable with its values.");
            default:
                var state = UserStates.Of(input, out var unknown);
                WarnUnknownColumns(unknown);
                return state;
        }
    }

    private JsonObject DesiredOf(PSObject input)
    {
        if (UserStates.IsWhole(input) || input.BaseObject is not (PSCustomObject or IDictionary))
        {
            return StateOf(input, nameof(DifferenceObject));
        }

        var row = UserStates.ReadRow(input, nullClears: input.BaseObject is IDictionary);
        if (Property is not null && row.UnknownColumns is [var unknown, ..])
        {
            throw ItemErrors.UnknownKey(unknown);
        }

        WarnUnknownColumns(row.UnknownColumns);
        var label = row.Source ?? row.Username ?? JsonText.StringOf(_reference["Username"]) ?? "The row";
        var changes = new CachedNames(NamesOf(ReferenceObject!)).Resolve(label, row.Changes, _reference);
        UserProblems.ThrowIfAny(
            label, [.. UserValidator.ValidateChanges(changes, _reference).Where(problem => problem.ErrorId != ErrorIds.PropertyNotUpdatable)]);
        var desired = changes.ApplyTo(_reference);
        PerChannelSettings.Merge(_reference, desired);
        return WithIdentity(desired, row);
    }

    /// <summary>The identity in a row is a desired value; an instance's id or alias is not: it cannot be resolved without a call.</summary>
    private static JsonObject WithIdentity(JsonObject desired, UserRow row)
    {
        if (row.Username is { } name)
        {
            desired["Username"] = name;
        }

        if (row.InstanceArn is { } instance && UserNames.IsArn(instance))
        {
            desired["InstanceArn"] = instance;
        }

        return desired;
    }

    private void WarnUnknownColumns(IReadOnlyList<string> columns)
    {
        foreach (var column in columns.Where(_reportedColumns.Add))
        {
            WriteWarning(ItemErrors.UnknownColumn(column));
        }
    }
}
