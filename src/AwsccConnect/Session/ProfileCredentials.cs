using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace AwsccConnect.Session;

/// <summary>
/// Credentials of a profile: static keys, a role with its source profile, IAM Identity Center (SSO), web identity or a
/// process. They are kept as long as the profile is unchanged, so that a role is assumed, and a code prompted for, once.
/// </summary>
internal static class ProfileCredentials
{
    private const int NamesShown = 10;
    private static readonly ConcurrentDictionary<(string Name, string? Location, string Content), ExplainedCredentials> Kept = new();

    /// <summary>Finds a profile. Throws where there is no such profile, or no such file.</summary>
    public static CredentialProfile Find(string name, string? location)
    {
        if (location is not null && !File.Exists(location))
        {
            throw new ConnectOperationException(
                ErrorIds.FileNotReadable, $"-ProfileLocation '{location}' is not a file.", "Give the full path of a credentials file, or leave -ProfileLocation out.") { EndsCommand = true };
        }

        return TryFind(name, location) ?? throw Unknown(name, location);
    }

    /// <summary>Finds a profile, if there is one.</summary>
    public static CredentialProfile? TryFind(string name, string? location) =>
        Reading(location, chain => chain.TryGetProfile(name, out var profile) ? profile : null);

    /// <summary>The credentials of a profile. Throws where it does not say how to get them.</summary>
    public static ExplainedCredentials Get(CredentialProfile profile, string? location) =>
        Kept.GetOrAdd((profile.Name, location, Digest(profile)), _ => Create(profile, location));

    private static ExplainedCredentials Create(CredentialProfile profile, string? location)
    {
        try
        {
            var credentials = AWSCredentialsFactory.GetAWSCredentials(profile, profile.CredentialProfileStore);
            var prompts = new MfaPrompts();
            AskForCodes(credentials, profile.Name, prompts);
            return new ExplainedCredentials(
                credentials, $"profile {profile.Name} {location}", exception => ProfileFailure.Explain(profile, exception)) { Prompts = prompts };
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or ArgumentException or AmazonClientException)
        {
            throw CredentialResolver.Terminating(ProfileFailure.Explain(profile, exception));
        }
    }

    private static void AskForCodes(AWSCredentials? credentials, string profile, MfaPrompts prompts)
    {
        for (; credentials is AssumeRoleAWSCredentials role; credentials = role.SourceCredentials)
        {
            if (role.Options.MfaSerialNumber is { Length: > 0 } device)
            {
                role.Options.MfaTokenCodeCallback = () => prompts.Ask(profile, device);
            }
        }
    }

    private static ConnectOperationException Unknown(string name, string? location)
    {
        var known = Reading(location, chain => chain.ListProfiles().Select(profile => profile.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray())!;
        var nearest = ClosestMatch.Match(name, known);
        var remedy = nearest is not null
            ? $"Did you mean '{nearest}'?"
            : known.Length == 0
                ? "There are no profiles there; aws configure makes one."
                : $"There are: {string.Join(", ", known.Take(NamesShown))}{(known.Length > NamesShown ? ", ..." : ".")}";
        return new ConnectOperationException(
            ErrorIds.InvalidCredentials, $"There is no AWS profile '{name}'{(location is null ? string.Empty : $" in '{location}'")}.", remedy) { EndsCommand = true };
    }

    private static T Reading<T>(string? location, Func<CredentialProfileStoreChain, T> read)
    {
        try
        {
            return read(new CredentialProfileStoreChain(location));
        }
        catch (Exception exception) when (exception is AmazonClientException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // The SDK's message quotes the line, which may be that of a key.
            throw new ConnectOperationException(
                ErrorIds.FileNotReadable,
                location is null ? "The AWS configuration files cannot be read." : $"The credentials file '{location}' cannot be read.",
                "Check the file: lines are [name], name = value, or comments.",
                exception is IOException or UnauthorizedAccessException ? exception : null) { EndsCommand = true };
        }
    }

    /// <summary>What a profile and those it gets credentials from say, as a digest, since it has secrets.</summary>
    private static string Digest(CredentialProfile profile)
    {
        var text = new StringBuilder();
        foreach (var current in ProfileFailure.WithSources(profile))
        {
            var options = current.Options;
            text.AppendJoin('\n', current.Name, current.Region?.SystemName, options.AccessKey, options.SecretKey, options.Token, options.RoleArn, options.ExternalID)
                .AppendJoin('\n', options.MfaSerial, options.RoleSessionName, options.SourceProfile, options.CredentialSource, options.CredentialProcess)
                .AppendJoin('\n', options.WebIdentityTokenFile, options.SsoAccountId, options.SsoRegion, options.SsoRoleName, options.SsoSession, options.SsoStartUrl)
                .Append('\n').Append(options.LoginSession);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
