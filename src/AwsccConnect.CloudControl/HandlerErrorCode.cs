using Amazon.Runtime;

namespace Amazon.CloudControlApi;

/// <summary>Why a resource request failed, as its type's handler reports it.</summary>
/// <remarks>
/// Values that AWS adds later are kept as they come: compare with these fields, or with strings.
/// </remarks>
public class HandlerErrorCode : ConstantClass
{
    /// <summary>The caller, or the role given, lacks a permission.</summary>
    public static readonly HandlerErrorCode AccessDenied = new("AccessDenied");

    /// <summary>A resource with this identifier exists.</summary>
    public static readonly HandlerErrorCode AlreadyExists = new("AlreadyExists");

    /// <summary>The resource's service answered with an error that has no more exact code.</summary>
    public static readonly HandlerErrorCode GeneralServiceException = new("GeneralServiceException");

    /// <summary>The handler itself failed in an unexpected way.</summary>
    public static readonly HandlerErrorCode InternalFailure = new("InternalFailure");

    /// <summary>The handler's credentials are not valid.</summary>
    public static readonly HandlerErrorCode InvalidCredentials = new("InvalidCredentials");

    /// <summary>The resource's properties are not valid.</summary>
    public static readonly HandlerErrorCode InvalidRequest = new("InvalidRequest");

    /// <summary>The handler lost the connection to the resource's service.</summary>
    public static readonly HandlerErrorCode NetworkFailure = new("NetworkFailure");

    /// <summary>There is no such resource.</summary>
    public static readonly HandlerErrorCode NotFound = new("NotFound");

    /// <summary>The resource did not reach a stable state in time.</summary>
    public static readonly HandlerErrorCode NotStabilized = new("NotStabilized");

    /// <summary>A property that can only be set on creation was to be changed.</summary>
    public static readonly HandlerErrorCode NotUpdatable = new("NotUpdatable");

    /// <summary>The resource is, for now, not in a state that allows the operation.</summary>
    public static readonly HandlerErrorCode ResourceConflict = new("ResourceConflict");

    /// <summary>The resource's service had an internal error.</summary>
    public static readonly HandlerErrorCode ServiceInternalError = new("ServiceInternalError");

    /// <summary>One of the account's quotas is used up.</summary>
    public static readonly HandlerErrorCode ServiceLimitExceeded = new("ServiceLimitExceeded");

    /// <summary>The resource's service did not answer in time.</summary>
    public static readonly HandlerErrorCode ServiceTimeout = new("ServiceTimeout");

    /// <summary>The resource's service refused the handler's calls as too many.</summary>
    public static readonly HandlerErrorCode Throttling = new("Throttling");

    /// <summary>The caller may not set tags on this resource.</summary>
    public static readonly HandlerErrorCode UnauthorizedTaggingOperation = new("UnauthorizedTaggingOperation");

    /// <summary>Makes a constant of any value, also one that is not listed here.</summary>
    public HandlerErrorCode(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    public static HandlerErrorCode FindValue(string value) => FindValue<HandlerErrorCode>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    public static implicit operator HandlerErrorCode(string value) => FindValue(value);
}
