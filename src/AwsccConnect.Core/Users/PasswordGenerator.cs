using System.Security;
using System.Security.Cryptography;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Makes random passwords within the policy of Amazon Connect. Whole candidates are drawn from a cryptographic generator
/// and thrown away when a class of characters is missing or a spreadsheet would change them, so that every conforming password is
/// equally likely.
/// </summary>
internal static class PasswordGenerator
{
    /// <summary>Length of a generated password: 24 characters, more than 140 bits.</summary>
    public const int Length = 24;

    /// <summary>Letters and digits that are not mistaken for each other when read aloud, and marks that need no escaping in CSV files.</summary>
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!#%+-.:=?@_";

    /// <summary>Spreadsheets take a cell that begins with one of these for a formula, or drop it.</summary>
    private const string FormulaStarts = "=+-@'\"";

    /// <summary>Makes a password, a read-only secure string of <see cref="Length"/> characters.</summary>
    public static SecureString Generate()
    {
        Span<char> candidate = stackalloc char[Length];
        try
        {
            do
            {
                RandomNumberGenerator.GetItems(Alphabet, candidate);
            }
            while (FormulaStarts.Contains(candidate[0], StringComparison.Ordinal) || PasswordPolicy.Check(candidate) is not null);

            return SecureText.From(candidate);
        }
        finally
        {
            candidate.Clear();
        }
    }
}
