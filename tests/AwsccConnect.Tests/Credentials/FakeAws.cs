using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Web;

namespace AwsccConnect.Tests.Credentials;

/// <summary>
/// What the credential tests need of AWS, on loopback: the Cloud Control endpoint (an account without instances, which
/// writes down who called), the container credentials endpoint, STS and the IAM Identity Center portal.
/// </summary>
public sealed class FakeAws : IAsyncDisposable
{
    private readonly StubServer _server;
    private int _issued;
    private int _connectCalls;

    public FakeAws() => _server = new StubServer(Respond);

    public string Url => _server.Url;

    /// <summary>Pages that each listing has; every page is a call of its own.</summary>
    public int Pages { get; set; } = 1;

    /// <summary>How long issued keys are good for.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The calls to Cloud Control, in order: <c>access key/Region/session token</c>.</summary>
    public ConcurrentQueue<string> Callers { get; } = new();

    /// <summary>The requests for keys, in order, by service and credentials.</summary>
    public ConcurrentQueue<string> KeyRequests { get; } = new();

    /// <summary>Calls of Amazon Connect, which is not here.</summary>
    public int ConnectCalls => Volatile.Read(ref _connectCalls);

    /// <summary>Takes the calls so far.</summary>
    public IReadOnlyList<string> TakeCallers()
    {
        string[] taken = [.. Callers];
        Callers.Clear();
        return taken;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private CannedResponse Respond(HttpMessage request) => new Uri(new Uri(Url), request.Path).AbsolutePath switch
    {
        "/container" => Container(),
        "/federation/credentials" => Portal(request),
        "/instance" => Connect(),
        _ when request.Header("X-Amz-Target") is not null => List(request),
        _ when request.Method == "GET" => Json(404, "{\"__type\":\"UnknownOperationException\"}"),
        _ => AssumeRole(request.Text),
    };

    private static CannedResponse Json(int status, string text) => new(status, text) { ContentType = "application/json" };

    private static CannedResponse Xml(int status, string text) => new(status, text) { ContentType = "text/xml" };

    private CannedResponse List(HttpMessage request)
    {
        var scope = request.Header("Authorization")!.Split("Credential=")[1].Split(',')[0].Split('/');
        Callers.Enqueue($"{scope[0]}/{scope[2]}/{request.Header("X-Amz-Security-Token")}");
        var page = request.Text.Contains("\"NextToken\"", StringComparison.Ordinal) ? int.Parse(request.Text.Split("page-")[1].Split('"')[0], CultureInfo.InvariantCulture) : 1;
        var next = page < Pages ? $",\"NextToken\":\"page-{page + 1}\"" : string.Empty;
        return CannedResponse.Ok($"{{\"TypeName\":\"AWS::Connect::Instance\",\"ResourceDescriptions\":[]{next}}}");
    }

    private CannedResponse Connect()
    {
        Interlocked.Increment(ref _connectCalls);
        return Json(404, "{\"__type\":\"UnknownOperationException\"}");
    }

    private CannedResponse Container()
    {
        KeyRequests.Enqueue("container");
        return Json(200, $"{{\"AccessKeyId\":\"AKIDCONTAINER{Interlocked.Increment(ref _issued)}\",\"SecretAccessKey\":\"container-secret\",\"Token\":\"container-token\",\"Expiration\":\"{Expiration()}\"}}");
    }

    private CannedResponse Portal(HttpMessage request)
    {
        var token = request.Header("x-amz-sso_bearer_token") ?? string.Empty;
        KeyRequests.Enqueue($"portal {HttpUtility.ParseQueryString(request.Path.Split('?')[^1])["role_name"]}");
        return token == "good-token"
            ? Json(200, $"{{\"roleCredentials\":{{\"accessKeyId\":\"AKIDSSO\",\"secretAccessKey\":\"sso-secret\",\"sessionToken\":\"sso-token\",\"expiration\":{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()}}}}}")
            : Json(401, "{\"__type\":\"UnauthorizedException\",\"message\":\"Session token not found or invalid\"}");
    }

    private CannedResponse AssumeRole(string body)
    {
        var form = body.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[^1]));
        var action = form["Action"];
        var role = form["RoleArn"].Split('/')[^1];
        KeyRequests.Enqueue($"{action} {role} {form.GetValueOrDefault("TokenCode")}".TrimEnd());
        if (role == "Unsigned")
        {
            return Xml(403, "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>The signature of AKIAABCDEFGHIJKLMNOP does not match. Check abcdefghijklmnopqrstuvwxyz/ABCDEFGHIJKLMN.\n\nThe canonical string should have been\n'POST\nx-amz-security-token:token-secret'</Message></Error><RequestId>1</RequestId></ErrorResponse>");
        }

        if (role == "Forbidden")
        {
            return Xml(403, "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:iam::123456789012:user/me is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/Forbidden</Message></Error><RequestId>1</RequestId></ErrorResponse>");
        }

        return Xml(200, $"""
            <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials><AccessKeyId>AKID{role.ToUpperInvariant()}{Interlocked.Increment(ref _issued)}</AccessKeyId>
            <SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-token</SessionToken><Expiration>{Expiration()}</Expiration></Credentials>
            <AssumedRoleUser><AssumedRoleId>ARO:x</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/x/x</Arn></AssumedRoleUser></{action}Result>
            <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>
            """);
    }

    private string Expiration() => DateTimeOffset.UtcNow.Add(Lifetime).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
