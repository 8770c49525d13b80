namespace AwsccConnect.Core.Users;

/// <summary>
/// The rule for passwords of users that Amazon Connect manages: 8 to 64 characters without white space, among them a lower-case
/// letter, an upper-case letter and a digit (API_CreateUser: <c>^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[a-zA-Z\d\S]{8,64}$</c>).
/// </summary>
public static class PasswordPolicy
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 8;

    /// <summary>The most characters.</summary>
    public const int MaxLength = 64;

    /// <summary>Checks a password.</summary>
    /// <param name="password">The password; the messages do not contain it.</param>
    /// <returns>A problem, or null where the password keeps the rule.</returns>
    public static UserProblem? Check(ReadOnlySpan<char> password)
    {
        var (lower, upper, digit, space) = (false, false, false, false);
        foreach (var c in password)
        {
            lower |= char.IsAsciiLetterLower(c);
            upper |= char.IsAsciiLetterUpper(c);
            digit |= char.IsAsciiDigit(c);
            space |= char.IsWhiteSpace(c);
        }

        var missing = new List<string>();
        if (password.Length is < MinLength or > MaxLength)
        {
            missing.Add($"{MinLength} to {MaxLength} characters");
        }

        if (!lower)
        {
            missing.Add("a lower-case letter");
        }

        if (!upper)
        {
            missing.Add("an upper-case letter");
        }

        if (!digit)
        {
            missing.Add("a digit");
        }

        if (space)
        {
            missing.Add("no white space");
        }

        if (!UserScalarConverter.IsUnicode(password))
        {
            missing.Add("whole characters (it has half of one, a lone surrogate)");
        }

        return missing.Count == 0 ? null : new UserProblem(
            ErrorIds.WeakPassword,
            "Password",
            $"The password does not meet Amazon Connect's password policy; it needs {string.Join(", ", missing)}.");
    }
}
