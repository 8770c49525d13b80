using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Amazon.Runtime;

namespace AwsccConnect.Session;

/// <summary>
/// Credentials of another copy of the AWS SDK, such as the one AWS Tools has loaded. Types of two load contexts are never
/// the same, so members are found by name; every request reads the other object again, which refreshes keys when they
/// expire.
/// </summary>
internal sealed class ForeignCredentials(object other) : AWSCredentials
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions;
    private const BindingFlags Any = Public | BindingFlags.NonPublic;

    /// <summary>
    /// Finds the credentials in an object: itself, or what its property <c>Credentials</c> holds, as in the
    /// <c>AWSPSCredentials</c> that AWS Tools puts into <c>$StoredAWSCredentials</c> (the property is internal there).
    /// </summary>
    public static bool TryFind(object candidate, [NotNullWhen(true)] out object? credentials)
    {
        credentials = candidate;
        if (IsCredentials(candidate))
        {
            return true;
        }

        credentials = candidate.GetType().GetProperty("Credentials", Any)?.GetValue(candidate);
        return credentials is not null && IsCredentials(credentials);
    }

    /// <summary>Clears the keys of the other object, where it can get new ones.</summary>
    public void Clear() => Method(other, "ClearCredentials")?.Invoke(other, Public, null, null, null);

    public override ImmutableCredentials GetCredentials() => Copy(Method(other, "GetCredentials")!.Invoke(other, Public, null, null, null));

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        if (Method(other, "GetCredentialsAsync")?.Invoke(other, Public, null, null, null) is not Task task)
        {
            return GetCredentials();
        }

        await task.ConfigureAwait(false);
        return Copy(task.GetType().GetProperty("Result")!.GetValue(task));
    }

    private static bool IsCredentials(object candidate) =>
        candidate is AWSCredentials
        || (Method(candidate, "GetCredentials")?.ReturnType is { } keys
            && keys.GetProperty("AccessKey") is not null && keys.GetProperty("SecretKey") is not null);

    private static MethodInfo? Method(object owner, string name) => owner.GetType().GetMethod(name, Public, Type.EmptyTypes);

    private static ImmutableCredentials Copy(object? keys)
    {
        if (Text(keys, "AccessKey") is not { } accessKey || Text(keys, "SecretKey") is not { } secretKey)
        {
            throw new AmazonClientException("The credentials object has no keys.");
        }

        return new ImmutableCredentials(accessKey, secretKey, Text(keys, "Token"));
    }

    private static string? Text(object? owner, string name) =>
        owner?.GetType().GetProperty(name, Public)?.GetValue(owner) is string { Length: > 0 } text ? text : null;
}
