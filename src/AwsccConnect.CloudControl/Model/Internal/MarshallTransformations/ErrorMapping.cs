using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>
/// Makes exceptions out of error answers: for each operation the classes that the service model names for it, and
/// <see cref="AmazonCloudControlApiException"/> for every other code.
/// </summary>
internal sealed class ErrorMapping
{
    private const int LongestQuote = 300;

    private static readonly (string Code, Reader Reader)[] Handler =
    [
        ("AlreadyExistsException", AlreadyExistsExceptionUnmarshaller.Instance.Unmarshall),
        ("GeneralServiceException", GeneralServiceExceptionUnmarshaller.Instance.Unmarshall),
        ("HandlerFailureException", HandlerFailureExceptionUnmarshaller.Instance.Unmarshall),
        ("HandlerInternalFailureException", HandlerInternalFailureExceptionUnmarshaller.Instance.Unmarshall),
        ("InvalidCredentialsException", InvalidCredentialsExceptionUnmarshaller.Instance.Unmarshall),
        ("InvalidRequestException", InvalidRequestExceptionUnmarshaller.Instance.Unmarshall),
        ("NetworkFailureException", NetworkFailureExceptionUnmarshaller.Instance.Unmarshall),
        ("NotStabilizedException", NotStabilizedExceptionUnmarshaller.Instance.Unmarshall),
        ("NotUpdatableException", NotUpdatableExceptionUnmarshaller.Instance.Unmarshall),
        ("PrivateTypeException", PrivateTypeExceptionUnmarshaller.Instance.Unmarshall),
        ("ResourceConflictException", ResourceConflictExceptionUnmarshaller.Instance.Unmarshall),
        ("ResourceNotFoundException", ResourceNotFoundExceptionUnmarshaller.Instance.Unmarshall),
        ("ServiceInternalErrorException", ServiceInternalErrorExceptionUnmarshaller.Instance.Unmarshall),
        ("ServiceLimitExceededException", ServiceLimitExceededExceptionUnmarshaller.Instance.Unmarshall),
        ("ThrottlingException", ThrottlingExceptionUnmarshaller.Instance.Unmarshall),
        ("TypeNotFoundException", TypeNotFoundExceptionUnmarshaller.Instance.Unmarshall),
        ("UnsupportedActionException", UnsupportedActionExceptionUnmarshaller.Instance.Unmarshall),
    ];

    private readonly FrozenDictionary<string, Reader> _readers;

    private ErrorMapping(params IEnumerable<(string Code, Reader Reader)> readers) =>
        _readers = readers.ToFrozenDictionary(x => x.Code, x => x.Reader, StringComparer.Ordinal);

    private delegate AmazonServiceException Reader(
        JsonUnmarshallerContext context, ErrorResponse error, ref StreamingUtf8JsonReader reader);

    /// <summary>Gets GetResource's and ListResources' errors.</summary>
    public static ErrorMapping Read { get; } = new(Handler);

    /// <summary>Gets CreateResource's, UpdateResource's and DeleteResource's errors.</summary>
    public static ErrorMapping Write { get; } = new(
    [
        .. Handler,
        ("ClientTokenConflictException", ClientTokenConflictExceptionUnmarshaller.Instance.Unmarshall),
        ("ConcurrentOperationException", ConcurrentOperationExceptionUnmarshaller.Instance.Unmarshall),
    ]);

    /// <summary>Gets GetResourceRequestStatus's errors.</summary>
    public static ErrorMapping Status { get; } = new(
        ("RequestTokenNotFoundException", RequestTokenNotFoundExceptionUnmarshaller.Instance.Unmarshall));

    /// <summary>Gets CancelResourceRequest's errors.</summary>
    public static ErrorMapping Cancel { get; } = new(
        ("ConcurrentModificationException", ConcurrentModificationExceptionUnmarshaller.Instance.Unmarshall),
        ("RequestTokenNotFoundException", RequestTokenNotFoundExceptionUnmarshaller.Instance.Unmarshall));

    /// <summary>Gets the mapping of an operation for which the model names no errors: ListResourceRequests.</summary>
    public static ErrorMapping None { get; } = new();

    public AmazonServiceException ToException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        if (error.Code is null)
        {
            error.Message = DescribeForeignAnswer(context.ResponseBody, error.Message, statusCode);
        }

        return error.Code is not null && _readers.TryGetValue(error.Code, out var toException)
            ? toException(context, error, ref reader)
            : new AmazonCloudControlApiException(
                error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }

    // Proxies and load balancers answer with HTML, plain text or nothing. Their words and the status are all there is.
    private static string DescribeForeignAnswer(string body, string message, HttpStatusCode statusCode)
    {
        if (!string.IsNullOrEmpty(message) && body?.Contains(message, StringComparison.Ordinal) == true)
        {
            return message;
        }

        var words = string.Join(' ', (body ?? string.Empty).Split((char[])null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > LongestQuote)
        {
            words = string.Concat(words.AsSpan(0, LongestQuote), "...");
        }

        var answer = words.Length > 0 ? "The answer was: " + words : "The answer had no body.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP status {(int)statusCode} ({statusCode}) without an AWS error code. {answer}");
    }
}
