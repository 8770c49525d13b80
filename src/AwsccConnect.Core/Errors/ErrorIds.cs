namespace AwsccConnect.Core.Errors;

/// <summary>
/// The stable error ids of the module. Where Cloud Control has a code for the situation the id is that code
/// (HandlerErrorCode, <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_ProgressEvent.html"/>);
/// the rest are the module's own.
/// </summary>
internal static class ErrorIds
{
    /// <summary>The user, or the resource it refers to, does not exist.</summary>
    public const string NotFound = "NotFound";

    /// <summary>A user of that name exists in the instance.</summary>
    public const string AlreadyExists = "AlreadyExists";

    /// <summary>AWS refused the values.</summary>
    public const string InvalidRequest = "InvalidRequest";

    /// <summary>The caller's identity lacks a permission.</summary>
    public const string AccessDenied = "AccessDenied";

    /// <summary>The credentials are missing, wrong or expired.</summary>
    public const string InvalidCredentials = "InvalidCredentials";

    /// <summary>The user must log in again: the session of IAM Identity Center (SSO) is missing or has expired.</summary>
    public const string LoginRequired = "LoginRequired";

    /// <summary>AWS limited the rate of calls for longer than the time-out.</summary>
    public const string Throttling = "Throttling";

    /// <summary>A quota of the account or instance is reached.</summary>
    public const string ServiceLimitExceeded = "ServiceLimitExceeded";

    /// <summary>Another request was changing the same user.</summary>
    public const string ConcurrentOperation = "ConcurrentOperation";

    /// <summary>The user is in a state that does not allow the change.</summary>
    public const string ResourceConflict = "ResourceConflict";

    /// <summary>AWS did not reach the desired state in its own time.</summary>
    public const string NotStabilized = "NotStabilized";

    /// <summary>AWS reports that the property cannot be changed after creation.</summary>
    public const string NotUpdatable = "NotUpdatable";

    /// <summary>The service failed.</summary>
    public const string ServiceInternalError = "ServiceInternalError";

    /// <summary>The network failed between here and AWS.</summary>
    public const string NetworkFailure = "NetworkFailure";

    /// <summary>The client token was used for another request.</summary>
    public const string ClientTokenConflict = "ClientTokenConflict";

    /// <summary>An error of the downstream service without a code of its own.</summary>
    public const string GeneralServiceException = "GeneralServiceException";

    /// <summary>The command has to prompt, and the session cannot: <c>-NonInteractive</c>, or a host without prompts.</summary>
    public const string PromptNotAvailable = "PromptNotAvailable";

    /// <summary>The response of the service could not be read.</summary>
    public const string InvalidResponse = "InvalidResponse";

    /// <summary>The request was still running when the time-out passed.</summary>
    public const string RequestTimeout = "RequestTimeout";

    /// <summary>The request was cancelled before it was done.</summary>
    public const string RequestCancelled = "RequestCancelled";

    /// <summary>AWS knows no request of that token: it is older than 7 days, or of another account or Region.</summary>
    public const string RequestTokenNotFound = "RequestTokenNotFound";

    /// <summary>The request had ended before it could be cancelled.</summary>
    public const string RequestHasEnded = "RequestHasEnded";

    /// <summary>Another client has changed what is to be undone; it was left as it is.</summary>
    public const string ChangedSince = "ChangedSince";

    /// <summary>The user was changed by another client since it was read (-IfUnchanged).</summary>
    public const string ConcurrentChange = "ConcurrentChange";

    /// <summary>AWS reported success, but the user does not have the desired state.</summary>
    public const string UpdateNotApplied = "UpdateNotApplied";

    /// <summary>An update failed after a part of it had been applied.</summary>
    public const string UpdateHalfApplied = "UpdateHalfApplied";

    /// <summary>A create failed after the user had been made.</summary>
    public const string CreateHalfApplied = "CreateHalfApplied";

    /// <summary>The input does not identify a user.</summary>
    public const string MissingIdentity = "MissingIdentity";

    /// <summary>More than one resource has the name.</summary>
    public const string AmbiguousName = "AmbiguousName";

    /// <summary>The endpoint URL is not one that credentials may be sent to.</summary>
    public const string InvalidEndpoint = "InvalidEndpoint";

    /// <summary>No change was requested.</summary>
    public const string NothingToChange = "NothingToChange";

    /// <summary>No AWS Region was given or found.</summary>
    public const string MissingRegion = "MissingRegion";

    /// <summary>A file cannot be found or opened.</summary>
    public const string FileNotReadable = "FileNotReadable";

    /// <summary>Users could not be read, so that no file was written.</summary>
    public const string IncompleteExport = "IncompleteExport";

    /// <summary>A stack file with content that is not allowed or cannot be read.</summary>
    public const string InvalidStackFile = "InvalidStackFile";

    /// <summary>A template names a variable that was not given.</summary>
    public const string UnknownVariable = "UnknownVariable";

    /// <summary>A property has values per environment, and none for the requested one.</summary>
    public const string MissingEnvironment = "MissingEnvironment";

    /// <summary>A secret would go into a property that is not one.</summary>
    public const string SecretMisplaced = "SecretMisplaced";

    /// <summary>A file names the same user twice.</summary>
    public const string DuplicateUser = "DuplicateUser";

    /// <summary>A value that the property cannot hold.</summary>
    public const string InvalidValue = "InvalidValue";

    /// <summary>A required property has no value.</summary>
    public const string MissingProperty = "MissingProperty";

    /// <summary>AWS has no call that changes the property.</summary>
    public const string PropertyNotUpdatable = "PropertyNotUpdatable";

    /// <summary>A flat setting and its per-channel array are both given and disagree.</summary>
    public const string ConflictingProperties = "ConflictingProperties";

    /// <summary>Two columns of a row that mean the same property disagree.</summary>
    public const string ConflictingColumns = "ConflictingColumns";

    /// <summary>Columns of a row that are not known.</summary>
    public const string UnknownColumn = "UnknownColumn";

    /// <summary>The Region of an ARN is not the Region given.</summary>
    public const string RegionMismatch = "RegionMismatch";

    /// <summary>An ARN belongs to another instance than the user.</summary>
    public const string InstanceMismatch = "InstanceMismatch";

    /// <summary>An ARN belongs to a user of another name.</summary>
    public const string UsernameMismatch = "UsernameMismatch";

    /// <summary>An ARN that is not one, or is one of something else.</summary>
    public const string InvalidArn = "InvalidArn";

    /// <summary>A password in a data row without consent.</summary>
    public const string PlainTextPassword = "PlainTextPassword";

    /// <summary>A password that breaks the policy.</summary>
    public const string WeakPassword = "WeakPassword";

    /// <summary>Text that is not a patch document.</summary>
    public const string InvalidPatchDocument = "InvalidPatchDocument";

    /// <summary>A row of a roster file that cannot be read.</summary>
    public const string InvalidRosterRow = "InvalidRosterRow";

    /// <summary>The file exists and was to be kept (-NoClobber).</summary>
    public const string FileExists = "FileExists";

    /// <summary>The file cannot be written.</summary>
    public const string FileNotWritable = "FileNotWritable";

    /// <summary>The file keeps the user from being removed.</summary>
    public const string ProtectedUser = "ProtectedUser";

    /// <summary>The user carries the ownership tag of another stack.</summary>
    public const string OwnedByOtherStack = "OwnedByOtherStack";

    /// <summary>More users would be removed than is allowed; none was.</summary>
    public const string TooManyRemovals = "TooManyRemovals";

    /// <summary>The file has no users, so that every user of the stack would be removed; none was.</summary>
    public const string EmptyStack = "EmptyStack";

    /// <summary>The file or the live users could not be read completely, so that it is not certain which users are not in the file; no user was removed.</summary>
    public const string IncompleteStack = "IncompleteStack";

    /// <summary>Another change of the user was in flight in the resource's service.</summary>
    public const string ConcurrentModification = "ConcurrentModification";

    /// <summary>The resource type's handler failed.</summary>
    public const string InternalFailure = "InternalFailure";

    /// <summary>The downstream service did not respond in time.</summary>
    public const string ServiceTimeout = "ServiceTimeout";

    /// <summary>The caller may not set tags.</summary>
    public const string UnauthorizedTaggingOperation = "UnauthorizedTaggingOperation";

    /// <summary>The Region does not offer the resource type.</summary>
    public const string TypeNotFound = "TypeNotFound";

    /// <summary>The Region does not offer the operation for the resource type.</summary>
    public const string UnsupportedAction = "UnsupportedAction";

    /// <summary>The resource type is private and not activated.</summary>
    public const string PrivateType = "PrivateType";

    /// <summary>A failure that the module does not expect.</summary>
    public const string UnexpectedError = "UnexpectedError";
}
