namespace AwsccConnect.Simulator.Requests;

/// <summary>OperationStatus and Operation of the service model.</summary>
internal static class RequestStatus
{
    public const string Pending = "PENDING";
    public const string InProgress = "IN_PROGRESS";
    public const string Success = "SUCCESS";
    public const string Failed = "FAILED";
    public const string CancelInProgress = "CANCEL_IN_PROGRESS";
    public const string CancelComplete = "CANCEL_COMPLETE";

    public const string Create = "CREATE";
    public const string Update = "UPDATE";
    public const string Delete = "DELETE";

    public static readonly IReadOnlyList<string> All = [Pending, InProgress, Success, Failed, CancelInProgress, CancelComplete];

    public static readonly IReadOnlyList<string> Operations = [Create, Delete, Update];

    public static bool IsTerminal(string status) => status is Success or Failed or CancelComplete;
}
