using System.Management.Automation;
using AwsccConnect.Tests.Faults.Proxy;
using static AwsccConnect.Tests.Faults.FaultExpectation;

namespace AwsccConnect.Tests.Faults.Cases;

/// <summary>Keys that AWS refuses, from the start or in the middle of a run.</summary>
public static class CredentialCases
{
    private const string Group = "Keys that AWS refuses";

    private static readonly string[] Exceptions =
    [
        "ExpiredTokenException", "InvalidCredentialsException", "UnrecognizedClientException", "InvalidSignatureException", "MissingAuthenticationTokenException",
        "IncompleteSignature", "RequestExpired", "OptInRequired",
    ];

    private static readonly string[] Operations = ["CreateResource", "UpdateResource", "DeleteResource", "GetResource", "ListResources", "GetResourceRequestStatus", "CancelResourceRequest"];

    /// <summary>The cases.</summary>
    public static IEnumerable<FaultCase> All =>
    [
        .. from name in Exceptions from operation in Operations select Refused(name, operation),
        .. from name in new[] { "RequestTimeTooSkewed", "InvalidSignatureException" } from command in new[] { FaultCommand.Create, FaultCommand.Change, FaultCommand.Remove, FaultCommand.Read }
           select Skewed(name, command),
        .. from operation in Operations select Renewed("ExpiredTokenException in mid-run, of keys that can be renewed", operation),
    ];

    /// <summary>The message has the remedy for the clock and the keys; the command ends, since every user would fail in the same way.</summary>
    private static FaultCase Refused(string name, string operation) => new(
        Group,
        name == "ExpiredTokenException" ? "ExpiredTokenException in mid-run" : name,
        operation,
        new ProxyFault(operation, ProxyActions.Exception(name, name == "InvalidCredentialsException" ? 400 : 403)))
    {
        Expected = Error("InvalidCredentials", ErrorCategory.AuthenticationError, operation == "GetResourceRequestStatus" ? Aftermath.Done : Aftermath.Untouched) with
        {
            Hits = name == "RequestExpired" ? 2 : 1, EndsCommand = true, Says = $"said {name}",
        },
    };

    /// <summary>The service's clock is an hour ahead; calls that are signed by it are taken.</summary>
    private static FaultCase Skewed(string name, FaultCommand command)
    {
        var ahead = TimeSpan.FromHours(1);
        return new FaultCase(
            Group,
            $"This machine's clock is an hour slow ({name})",
            "*",
            new ProxyFault("*", ProxyActions.Exception(name, 403, "Signature expired: 20261123T193000Z is now earlier than 20261123T203000Z", ahead))
            {
                HitsEveryone = true, When = call => (DateTimeOffset.UtcNow + ahead - call.SignedAt).Duration() > TimeSpan.FromMinutes(5),
            },
            new ProxyFault("*", ProxyActions.Dated(ahead)) { HitsEveryone = true, IsScenery = true })
        {
            Command = command,
            // One at a time, so that the first call is the one that learns the time.
            Parameters = "-ThrottleLimit 1",
        };
    }

    private static FaultCase Renewed(string fault, string operation) => new(
        Group, fault, operation, new ProxyFault(operation, ProxyActions.Exception("ExpiredTokenException", 403)) { When = call => call.AccessKey == "AKIDFAULTSISSUED1" })
    {
        Parameters = "-Credential $credential",
        Variables = [("credential", new IssuedCredentials())],
    };
}
