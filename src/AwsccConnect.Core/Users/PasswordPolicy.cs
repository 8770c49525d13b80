namespace AwsccConnect.Core.Users;

/// <summary>
/// The rule for passwords of users that Amazon Connect manages: 8 to 64 characters without white space, among them a lower-case
/// letter, an upper-case letter and a digit (API_CreateUser: <c>^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[a-zA-Z\d\S]{8,64}$</c>).
/// </summary>
internal static class PasswordPolicy
{
    private const int MinLength = 8;
    private const int MaxLength = 64;

    /// <summary>The problem of a password, which the message does not contain; null where it keeps the rule.</summary>
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

        (bool IsMissing, string What)[] rules =
        [
            (password.Length is < MinLength or > MaxLength, $"{MinLength} to {MaxLength} characters"),
            (!lower, "a lower-case letter"),
            (!upper, "an upper-case letter"),
            (!digit, "a digit"),
            (space, "no white space"),
            (!UserScalarConverter.IsUnicode(password), "whole characters (it has half of one, a lone surrogate)"),
        ];
        var missing = rules.Where(rule => rule.IsMissing).Select(rule => rule.What).ToList();
        return missing.Count == 0 ? null : new UserProblem(
            ErrorIds.WeakPassword,
            "Password",
            $"The password does not meet Amazon Connect's password policy; it needs {string.Join(", ", missing)}.");
    }
}
