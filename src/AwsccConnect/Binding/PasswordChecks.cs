using System.Security;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Binding;

/// <summary>What the commands that set passwords refuse.</summary>
internal static class PasswordChecks
{
    /// <summary>Throws for a password that AWS would refuse.</summary>
    public static void RefuseWeak(string label, SecureString? password)
    {
        if (password is not null && SecureText.Use(password, text => PasswordPolicy.Check(text)) is { } weak)
        {
            UserProblems.ThrowIfAny(label, [weak]);
        }
    }

    /// <summary>Throws where -Password is given beside -GeneratePassword.</summary>
    public static void RefuseBoth(SecureString? password, bool generates)
    {
        if (password is not null && generates)
        {
            throw new UserValueException("Password", "-Password and -GeneratePassword exclude each other.", "Give one of them.");
        }
    }

    /// <summary>The failure for -RunId beside -GeneratePassword.</summary>
    public static UserValueException RunExcludesPasswords() => new(
        "RunId",
        "-RunId and -GeneratePassword exclude each other: another run would generate other passwords, and AWS could not recognize its requests.",
        "Give the passwords with -Password or in the rows, the same in every run, or leave -RunId out.");

    /// <summary>The password of a row; null for none.</summary>
    public static SecureString? PasswordOf(UserRow row) => row.SecurePassword ?? (row.Password is { } plain ? SecureText.From(plain) : null);
}
