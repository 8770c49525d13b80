using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using AwsccConnect.Core.Operations;

namespace AwsccConnect.Session;

/// <summary>
/// Finds credentials: keys given on the command line, the given object, the given profile, the session's defaults, then
/// the SDK's own chain (<see href="https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/creds-assign.html"/>).
/// </summary>
internal static class CredentialResolver
{
    /// <summary>Finds the credentials.</summary>
    /// <param name="settings">What the user said.</param>
    /// <returns>Credentials; the SDK refreshes them when they expire.</returns>
    /// <exception cref="ConnectOperationException">There are none, or the profile does not exist (<see cref="ErrorIds.InvalidCredentials"/>).</exception>
    public static AWSCredentials Resolve(ConnectionSettings settings)
    {
        if (settings.AccessKey is not null || settings.SecretKey is not null)
        {
            return FromKeys(settings);
        }

        if (settings.Credential is not null)
        {
            return FromObject(settings.Credential);
        }

        if (settings.ProfileName is not null)
        {
            return FromProfile(settings.ProfileName, settings.ProfileLocation);
        }

        if (SessionDefaults.Current is { } defaults)
        {
            return new BasicAWSCredentials(defaults.AccessKey, defaults.SecretKey);
        }

        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (AmazonClientException exception)
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidCredentials,
                "No AWS credentials were found: tried -AccessKey, -Credential, -ProfileName, the environment, the AWS configuration files and the roles of this machine.",
                "Give -ProfileName, set AWS_PROFILE, or rehearse with Start-ConnectSimulator -SetDefault.",
                exception) { EndsCommand = true };
        }
    }

    private static AWSCredentials FromKeys(ConnectionSettings settings)
    {
        if (string.IsNullOrEmpty(settings.AccessKey) || string.IsNullOrEmpty(settings.SecretKey))
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidCredentials,
                "-AccessKey and -SecretKey go together; one of them is missing.",
                "Give both, or -ProfileName.") { EndsCommand = true };
        }

        return string.IsNullOrEmpty(settings.SessionToken)
            ? new BasicAWSCredentials(settings.AccessKey, settings.SecretKey)
            : new SessionAWSCredentials(settings.AccessKey, settings.SecretKey, settings.SessionToken);
    }

    private static AWSCredentials FromProfile(string name, string? location)
    {
        var chain = new CredentialProfileStoreChain(location);
        if (chain.TryGetAWSCredentials(name, out var credentials))
        {
            return credentials;
        }

        var known = chain.ListProfiles().Select(profile => profile.Name).ToArray();
        var nearest = Core.Users.Nearest.Match(name, known);
        throw new ConnectOperationException(
            ErrorIds.InvalidCredentials,
            known.Contains(name, StringComparer.Ordinal)
                ? $"The AWS profile '{name}' gives no credentials."
                : $"There is no AWS profile '{name}'.",
            nearest is null ? "Check -ProfileName and -ProfileLocation." : $"Did you mean '{nearest}'?") { EndsCommand = true };
    }

    /// <summary>
    /// Takes credentials of this module's SDK as they are, and those of another copy of the SDK by the names of their
    /// members: types of two load contexts are never the same.
    /// </summary>
    private static AWSCredentials FromObject(object credential)
    {
        if (credential is AWSCredentials own)
        {
            return own;
        }

        var keys = credential.GetType()
            .GetMethod("GetCredentials", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)?
            .Invoke(credential, null);
        var settings = new ConnectionSettings
        {
            AccessKey = Member(keys, "AccessKey"),
            SecretKey = Member(keys, "SecretKey"),
            SessionToken = Member(keys, "Token"),
        };
        return settings.AccessKey is not null && settings.SecretKey is not null
            ? FromKeys(settings)
            : throw new ConnectOperationException(
                ErrorIds.InvalidCredentials,
                $"-Credential takes an AWS credentials object, not a {credential.GetType().Name}.",
                "Give the object that Get-AWSCredential or Use-STSRole returns, or use -ProfileName.") { EndsCommand = true };
    }

    private static string? Member(object? owner, string name) =>
        owner?.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(owner) as string;
}
