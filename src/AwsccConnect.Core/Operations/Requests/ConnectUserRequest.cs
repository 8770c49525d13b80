using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect;

/// <summary>
/// A change that Cloud Control has accepted and carries out: its progress event, without the resource model
/// (<see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_ProgressEvent.html"/>).
/// </summary>
public sealed class ConnectUserRequest
{
    /// <summary>Token that names the request, 1-128 characters; AWS keeps it for 7 days.</summary>
    public string? RequestToken { get; init; }

    /// <summary>CREATE, UPDATE or DELETE.</summary>
    public string? Operation { get; init; }

    /// <summary>PENDING, IN_PROGRESS, SUCCESS, FAILED, CANCEL_IN_PROGRESS or CANCEL_COMPLETE.</summary>
    public string? OperationStatus { get; init; }

    /// <summary>Resource type, <c>AWS::Connect::User</c> unless requests of all types were requested.</summary>
    public string? TypeName { get; init; }

    /// <summary>The user's ARN; for a create, null until AWS has given one.</summary>
    public string? Identifier { get; init; }

    /// <summary>
    /// The user it is about: the username where the command knew it or AWS reports it, else the ARN; null for a create in a
    /// list whose name was not read.
    /// </summary>
    public string? User { get; internal set; }

    /// <summary>Handler error code of a FAILED request, for example <c>AlreadyExists</c>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The status message of AWS.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>When the request was last changed, UTC.</summary>
    public DateTime? EventTime { get; init; }

    /// <summary>When AWS recommends to poll again, UTC.</summary>
    public DateTime? RetryAfter { get; init; }

    /// <summary>AWS Region, for example <c>eu-west-2</c>.</summary>
    public string? Region { get; init; }

    /// <inheritdoc/>
    public override string ToString() => RequestToken ?? string.Empty;

    internal static ConnectUserRequest From(ProgressEvent progress, string? user, string region) => new()
    {
        RequestToken = progress.RequestToken,
        Operation = progress.Operation?.Value,
        OperationStatus = progress.OperationStatus?.Value,
        Identifier = progress.Identifier,
        TypeName = progress.TypeName,
        User = user ?? RequestModel.UsernameOf(progress) ?? progress.Identifier,
        ErrorCode = progress.ErrorCode?.Value,
        StatusMessage = progress.StatusMessage is { } message ? RequestModel.SafeMessage(progress, message) : null,
        EventTime = progress.EventTime?.ToUniversalTime(),
        RetryAfter = progress.RetryAfter?.ToUniversalTime(),
        Region = region,
    };

    /// <summary>The request with a better name, where AWS reports none and there is one.</summary>
    internal ConnectUserRequest Of(string? user)
    {
        if (user is null || (User is not null && User != Identifier))
        {
            return this;
        }

        var named = (ConnectUserRequest)MemberwiseClone();
        named.User = user;
        return named;
    }
}
