using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using AwsccConnect.Tests.CloudControl;

namespace AwsccConnect.Tests.Credentials;

/// <summary>
/// What the credential tests need of AWS, on loopback: the Cloud Control endpoint (an account without instances, which
/// writes down who called), the container credentials endpoint, STS and the IAM Identity Center portal.
/// </summary>
public sealed class FakeAws : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _loop;
    private int _issued;

    public FakeAws()
    {
        Url = $"http://127.0.0.1:{LoopbackServer.FreePort()}/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _loop = AcceptAsync();
    }

    public string Url { get; }

    /// <summary>Pages that each listing has; every page is a call of its own.</summary>
    public int Pages { get; set; } = 1;

    /// <summary>How long issued keys are good for.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The calls to Cloud Control, in order: <c>access key/Region/session token</c>.</summary>
    public ConcurrentQueue<string> Callers { get; } = new();

    /// <summary>The requests for keys, in order, by service and what they were asked with.</summary>
    public ConcurrentQueue<string> KeyRequests { get; } = new();

    /// <summary>Takes the calls so far.</summary>
    public IReadOnlyList<string> TakeCallers()
    {
        List<string> taken = [];
        while (Callers.TryDequeue(out string? caller))
        {
            taken.Add(caller);
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                (int status, string type, string text) = await RespondAsync(context.Request);
                context.Response.StatusCode = status;
                context.Response.ContentType = type;
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task<(int Status, string Type, string Text)> RespondAsync(HttpListenerRequest request)
    {
        using StreamReader reader = new(request.InputStream);
        string body = await reader.ReadToEndAsync();
        return request.Url!.AbsolutePath switch
        {
            "/container" => Container(),
            "/federation/credentials" => Portal(request),
            _ when request.Headers["X-Amz-Target"] is not null => List(request, body),
            _ => AssumeRole(body),
        };
    }

    private (int Status, string Type, string Text) List(HttpListenerRequest request, string body)
    {
        string[] scope = request.Headers["Authorization"]!.Split("Credential=")[1].Split(',')[0].Split('/');
        Callers.Enqueue($"{scope[0]}/{scope[2]}/{request.Headers["X-Amz-Security-Token"]}");
        int page = body.Contains("\"NextToken\"", StringComparison.Ordinal) ? int.Parse(body.Split("page-")[1].Split('"')[0], CultureInfo.InvariantCulture) : 1;
        string next = page < Pages ? $",\"NextToken\":\"page-{page + 1}\"" : string.Empty;
        return (200, "application/x-amz-json-1.0", $"{{\"TypeName\":\"AWS::Connect::Instance\",\"ResourceDescriptions\":[]{next}}}");
    }

    private (int Status, string Type, string Text) Container()
    {
        KeyRequests.Enqueue("container");
        return (200, "application/json", $"{{\"AccessKeyId\":\"AKIDCONTAINER{++_issued}\",\"SecretAccessKey\":\"container-secret\",\"Token\":\"container-token\",\"Expiration\":\"{Expiration()}\"}}");
    }

    private (int Status, string Type, string Text) Portal(HttpListenerRequest request)
    {
        string token = request.Headers["x-amz-sso_bearer_token"] ?? string.Empty;
        KeyRequests.Enqueue($"portal {request.QueryString["role_name"]}");
        return token == "good-token"
            ? (200, "application/json", $"{{\"roleCredentials\":{{\"accessKeyId\":\"AKIDSSO\",\"secretAccessKey\":\"sso-secret\",\"sessionToken\":\"sso-token\",\"expiration\":{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()}}}}}")
            : (401, "application/json", "{\"__type\":\"UnauthorizedException\",\"message\":\"Session token not found or invalid\"}");
    }

    private (int Status, string Type, string Text) AssumeRole(string body)
    {
        Dictionary<string, string> form = body.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[^1]));
        string action = form["Action"];
        string role = form["RoleArn"].Split('/')[^1];
        KeyRequests.Enqueue($"{action} {role} {form.GetValueOrDefault("TokenCode")}".TrimEnd());
        if (role == "Unsigned")
        {
            return (403, "text/xml", "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>The signature of AKIAABCDEFGHIJKLMNOP does not match. Check abcdefghijklmnopqrstuvwxyz/ABCDEFGHIJKLMN.\n\nThe canonical string should have been\n'POST\nx-amz-security-token:token-secret'</Message></Error><RequestId>1</RequestId></ErrorResponse>");
        }

        if (role == "Forbidden")
        {
            return (403, "text/xml", "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:iam::123456789012:user/me is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/Forbidden</Message></Error><RequestId>1</RequestId></ErrorResponse>");
        }

        return (200, "text/xml", $"""
            <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials><AccessKeyId>AKID{role.ToUpperInvariant()}{++_issued}</AccessKeyId>
            <SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-token</SessionToken><Expiration>{Expiration()}</Expiration></Credentials>
            <AssumedRoleUser><AssumedRoleId>ARO:x</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/x/x</Arn></AssumedRoleUser></{action}Result>
            <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>
            """);
    }

    private string Expiration() => DateTimeOffset.UtcNow.Add(Lifetime).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
