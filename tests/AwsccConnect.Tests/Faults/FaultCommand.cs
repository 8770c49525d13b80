namespace AwsccConnect.Tests.Faults;

/// <summary>The command that meets the fault.</summary>
/// <param name="Name">Its name in a test report.</param>
/// <param name="Shown">Its name on the page.</param>
/// <param name="Script">What is run, without the parameters that all have.</param>
public sealed record FaultCommand(string Name, string Shown, string Script)
{
    /// <summary>Three users are created, the middle one struck.</summary>
    public static FaultCommand Create { get; } = new(
        "Create", "New", "$rows | New-ConnectUser -InstanceArn $instances[0] -RoutingProfile $routing -SecurityProfile $security -FirstName Ada -LastName Li -Password $password");

    /// <summary>Five users, so many that their requests are looked after by a list.</summary>
    public static FaultCommand CreateMany { get; } = Create with { Name = "CreateMany" };

    /// <summary>Two changes to each of three users.</summary>
    public static FaultCommand Change { get; } = new("Change", "Set", "$arns | Set-ConnectUser -FirstName Changed -AfterContactWorkTimeLimit 77 -PassThru");

    /// <summary>Three users are removed.</summary>
    public static FaultCommand Remove { get; } = new("Remove", "Remove", "$arns | Remove-ConnectUser -Force -PassThru");

    /// <summary>Three users are read.</summary>
    public static FaultCommand Read { get; } = new("Read", "Get", "$arns | Get-ConnectUser") { IsReading = true };

    /// <summary>Two instances are listed, the listing of the second struck.</summary>
    public static FaultCommand List { get; } = new("List", "Get", "Get-ConnectUser -InstanceArn $instances") { IsReading = true };

    /// <summary>The requests of three users, which AWS works on for long, are cancelled.</summary>
    public static FaultCommand Cancel { get; } = new("Cancel", "Stop-ConnectUserRequest", "$requests | Stop-ConnectUserRequest -PassThru") { IsAboutRequests = true };

    /// <summary>The requests of three users are waited for.</summary>
    public static FaultCommand Await { get; } = new("Await", "Wait-ConnectUserRequest", "$requests | Wait-ConnectUserRequest") { IsReading = true, IsAboutRequests = true };

    /// <summary>The requests of three users are read.</summary>
    public static FaultCommand ReadRequests { get; } = new("ReadRequests", "Get-ConnectUserRequest", "$requests | Get-ConnectUserRequest") { IsReading = true, IsAboutRequests = true };

    /// <summary>The three requests there are are listed.</summary>
    public static FaultCommand ListRequests { get; } = ReadRequests with { Name = "ListRequests", Script = "Get-ConnectUserRequest" };

    /// <summary>All commands.</summary>
    public static IReadOnlyList<FaultCommand> All { get; } = [Create, CreateMany, Change, Remove, Read, List, Cancel, Await, ReadRequests, ListRequests];

    /// <summary>Whether the command changes nothing.</summary>
    public bool IsReading { get; init; }

    /// <summary>Whether the command is about requests that others have sent.</summary>
    public bool IsAboutRequests { get; init; }

    /// <summary>Whether the users are yet to be created.</summary>
    public bool IsCreating => Shown == "New";

    /// <summary>The command that meets a fault of an operation first.</summary>
    public static FaultCommand Of(string operation) => operation switch
    {
        "CreateResource" or "GetResourceRequestStatus" or "*" => Create,
        "UpdateResource" => Change,
        "DeleteResource" => Remove,
        "GetResource" => Read,
        "ListResources" => List,
        "ListResourceRequests" => CreateMany,
        "CancelResourceRequest" => Cancel,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No command is known that calls it."),
    };

    public override string ToString() => Name;
}
