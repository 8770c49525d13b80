using static AwsccConnect.Core.Errors.FailureKind;

namespace AwsccConnect.Core.Errors;

/// <summary>
/// The one table of errors: category, remedy and retry kind of each id, and the codes of AWS that mean it. Codes:
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/CommonErrors.html"/>,
/// <see href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html"/>.
/// </summary>
internal static class ErrorCatalogue
{
    private const string Suffix = "Exception";
    private const string LookAndRepeat = "Look at the user with Get-ConnectUser, then run the command again for it.";
    private const string ChangedBySomebody = "Another request is changing this user; run the command again when it has finished.";
    private const string NotOffered = "AWS::Connect::User is not offered in this Region; choose another -Region.";
    private const string SeeMessage = "Correct what the message names and run the command again.";

    /// <summary>The entries; each id has one.</summary>
    public static IReadOnlyList<ErrorEntry> Entries { get; } =
    [
        // AWS's own: codes of requests, exceptions of the API.
        new(ErrorIds.AccessDenied, "PermissionDenied", "Grant the caller the permission that AWS names, or use other credentials; Get-ConnectUserPermission -ForCommand lists what a command needs.") { Codes = ["UnauthorizedOperation"] },
        new(ErrorIds.AlreadyExists, "ResourceExists", "Choose another username, change the existing user with Set-ConnectUser, or leave existing users as they are with -SkipExisting of New-ConnectUser."),
        new(ErrorIds.ClientTokenConflict, "InvalidOperation", "Use a new -ClientToken: this one belongs to another request."),
        new(ErrorIds.ConcurrentModification, "ResourceBusy", LookAndRepeat, Busy),
        new(ErrorIds.ConcurrentOperation, "ResourceBusy", ChangedBySomebody, Busy),
        new(ErrorIds.GeneralServiceException, "NotSpecified", LookAndRepeat),
        new(ErrorIds.InternalFailure, "ResourceUnavailable", LookAndRepeat, Transient),
        new(ErrorIds.InvalidCredentials, "AuthenticationError", "Check -ProfileName, -AccessKey and -SecretKey, or log in again; the clock of this machine must be right.")
        {
            Codes =
            [
                "UnrecognizedClient", "InvalidClientTokenId", "InvalidSignature", "SignatureDoesNotMatch", "IncompleteSignature", "MissingAuthenticationToken",
                "ExpiredToken", "RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture", "OptInRequired",
            ],
        },
        new(ErrorIds.InvalidRequest, "InvalidArgument", "Correct the value that AWS names and run the command again for this user.") { Codes = ["Validation", "Serialization", "InvalidParameter"] },
        new(ErrorIds.NetworkFailure, "ConnectionError", "Check the network, the proxy and -EndpointUrl, and run the command again for this user.", Transient),
        new(ErrorIds.NotFound, "ObjectNotFound", "Check the ARN and the Region; the commands Get-Connect... without an identifier list what exists.") { Codes = ["ResourceNotFound"] },
        new(ErrorIds.NotStabilized, "ResourceUnavailable", "Look at the user with Get-ConnectUser before trying again."),
        new(ErrorIds.NotUpdatable, "InvalidOperation", "AWS does not change this property; create a new user with the desired value instead."),
        new(ErrorIds.PrivateType, "NotImplemented", LookAndRepeat),
        new(ErrorIds.RequestTokenNotFound, "ObjectNotFound", "Check the token, the Region and the account: AWS keeps a request for 7 days and returns it only there. Get-ConnectUserRequest lists the requests that are kept."),
        new(ErrorIds.ResourceConflict, "ResourceBusy", ChangedBySomebody, Busy),
        new(ErrorIds.ServiceInternalError, "ResourceUnavailable", LookAndRepeat, Transient)
        {
            Codes = ["HandlerFailure", "HandlerInternalFailure", "InternalServerError", "InternalService", "ServiceUnavailable"],
        },
        new(ErrorIds.ServiceLimitExceeded, "LimitsExceeded", "Remove users that are no longer needed, or ask AWS to raise the quota (Service Quotas, Amazon Connect)."),
        new(ErrorIds.ServiceTimeout, "OperationTimeout", LookAndRepeat, Transient),
        new(ErrorIds.Throttling, "LimitsExceeded", "Run the command again for this user, with a larger -TimeoutSeconds or a smaller -ThrottleLimit.", Throttled)
        {
            Codes = ["Throttled", "TooManyRequests", "RequestLimitExceeded", "SlowDown", "RequestThrottled", "BandwidthLimitExceeded", "LimitExceeded", "PriorRequestNotComplete"],
        },
        new(ErrorIds.TypeNotFound, "NotImplemented", NotOffered),
        new(ErrorIds.UnauthorizedTaggingOperation, "PermissionDenied", LookAndRepeat),
        new(ErrorIds.UnsupportedAction, "NotImplemented", NotOffered) { Codes = ["UnknownOperation"] },

        // Connection and session.
        new(ErrorIds.InvalidEndpoint, "InvalidArgument", "Use https; plain http is accepted for loopback addresses only."),
        new(ErrorIds.InvalidResponse, "ProtocolError", LookAndRepeat),
        new(ErrorIds.LoginRequired, "AuthenticationError", "Log in to the profile again, with aws sso login or aws login."),
        new(ErrorIds.MissingRegion, "InvalidArgument", "Give -Region, for example -Region eu-west-2."),
        new(ErrorIds.PromptNotAvailable, "InvalidOperation", "Add -Confirm:$false to continue without confirm prompts, or -WhatIf to see what would be done."),
        new(ErrorIds.UnexpectedError, "NotSpecified", "Run the command again with -Verbose and report what it prints."),

        // Requests and writes.
        new(ErrorIds.ChangedSince, "InvalidOperation", "Look at the user with Get-ConnectUser, and change or remove it by hand if the undo is still needed."),
        new(ErrorIds.ConcurrentChange, "InvalidOperation", "Read the user again with Get-ConnectUser and repeat the change, or leave -IfUnchanged out."),
        new(ErrorIds.CreateHalfApplied, "InvalidResult", "Bring the user to the desired state with Set-ConnectUser."),
        new(ErrorIds.NothingToChange, "InvalidArgument", "Specify what to change, for example -AutoAccept $true, or edit the user's properties before piping it."),
        new(ErrorIds.RequestCancelled, "OperationStopped", "Look at the user with Get-ConnectUser, and run the command again for it if the change is still needed."),
        new(ErrorIds.RequestHasEnded, "InvalidOperation", "There is nothing left to cancel. Look at the user with Get-ConnectUser if the reason matters."),
        new(ErrorIds.RequestTimeout, "OperationTimeout", "Look at the user with Get-ConnectUser before sending the change again."),
        new(ErrorIds.UpdateHalfApplied, "InvalidResult", "Run the command again for this user: it sends only what is left."),
        new(ErrorIds.UpdateNotApplied, "InvalidResult", "Run the command again for this user; if it happens again, make the change in the Amazon Connect console and report it to AWS."),

        // Rows, values and names.
        new(ErrorIds.AmbiguousName, "InvalidArgument", "Give the id or the ARN instead."),
        new(ErrorIds.ConflictingColumns, "InvalidArgument", "Remove one of the columns, or give both the same value."),
        new(ErrorIds.ConflictingProperties, "InvalidArgument", "Leave one of the properties out."),
        new(ErrorIds.InstanceMismatch, "InvalidArgument", "Correct one of them, or leave InstanceArn out."),
        new(ErrorIds.InvalidArn, "InvalidArgument", "Give the whole ARN, as Get-ConnectUser -IdentifierOnly prints it; a username goes to -Username."),
        new(ErrorIds.InvalidPatchDocument, "InvalidArgument", "Correct -PatchDocument; Compare-ConnectUser writes such documents."),
        new(ErrorIds.InvalidRosterRow, "InvalidData", SeeMessage),
        new(ErrorIds.InvalidValue, "InvalidArgument", "Correct the row and run the command again for it."),
        new(ErrorIds.MissingIdentity, "InvalidArgument", "Give the user's ARN, or the username or id together with InstanceArn or -InstanceArn."),
        new(ErrorIds.MissingProperty, "InvalidArgument", "Give what is missing."),
        new(ErrorIds.PlainTextPassword, "SecurityError", "Remove the column and use -GeneratePassword or -Password; or add -AllowPlainTextPassword."),
        new(ErrorIds.PropertyNotUpdatable, "InvalidOperation", "Leave the property as it is: AWS has no call that changes it."),
        new(ErrorIds.RegionMismatch, "InvalidArgument", "Leave the Region out: the ARN determines it."),
        new(ErrorIds.UnknownColumn, "InvalidArgument", "Correct the names of the columns or remove the columns, or add -IgnoreUnknownColumn."),
        new(ErrorIds.UsernameMismatch, "InvalidArgument", "Correct one of them, or leave one of them out."),
        new(ErrorIds.WeakPassword, "InvalidArgument", "Choose another password, or let one be generated."),

        // Files and stacks.
        new(ErrorIds.DuplicateUser, "InvalidData", "Remove one of them."),
        new(ErrorIds.EmptyStack, "InvalidData", "Check the file, or give -InstanceArn."),
        new(ErrorIds.FileExists, "ResourceExists", "Leave -NoClobber out, or choose another name."),
        new(ErrorIds.FileNotReadable, "OpenError", "Check the path and whether another program holds the file."),
        new(ErrorIds.FileNotWritable, "WriteError", "Check that the folder exists and may be written to, and that no other program holds the file."),
        new(ErrorIds.IncompleteStack, "InvalidData", "Correct the errors before this one and run the command again."),
        new(ErrorIds.IncompleteExport, "InvalidData", "Correct the errors before this one and run the command again."),
        new(ErrorIds.InvalidStackFile, "InvalidData", SeeMessage),
        new(ErrorIds.MissingEnvironment, "InvalidArgument", "Give a value for the environment or a default."),
        new(ErrorIds.OwnedByOtherStack, "InvalidOperation", "Take the user out of one of the two files; or add -Adopt, which takes it over from the other stack."),
        new(ErrorIds.ProtectedUser, "InvalidOperation", "Take the protection out of the file, or remove the user with Remove-ConnectUser."),
        new(ErrorIds.SecretMisplaced, "InvalidData", "Use secrets for password only."),
        new(ErrorIds.TooManyRemovals, "LimitsExceeded", "Check the file. If it is right, allow that many with -MaximumRemovals."),
        new(ErrorIds.UnknownVariable, "InvalidArgument", "Give the variable with -Variable."),
    ];

    private static readonly Dictionary<string, ErrorEntry> ById = Entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    private static readonly Dictionary<string, string> ByCode = Entries.SelectMany(entry => entry.Codes, (entry, code) => (code, entry.Id))
        .ToDictionary(pair => pair.code, pair => pair.Id, StringComparer.Ordinal);

    /// <summary>The entry of an id; one that AWS has added since is permanent and has no category.</summary>
    public static ErrorEntry Find(string id) => ById.TryGetValue(id, out var entry) ? entry : new ErrorEntry(id, "NotSpecified", LookAndRepeat);

    /// <summary>The id for a code of an error response; a code that is not known is its own id, without the suffix.</summary>
    public static string IdOf(string code)
    {
        var name = code.EndsWith(Suffix, StringComparison.Ordinal) && !ById.ContainsKey(code) ? code[..^Suffix.Length] : code;

        // InternalFailure has an id of its own as the code of a request, where the handler reports it.
        return name == ErrorIds.InternalFailure ? ErrorIds.ServiceInternalError : ByCode.GetValueOrDefault(name, name);
    }
}
