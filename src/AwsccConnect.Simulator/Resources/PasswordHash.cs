using System.Security.Cryptography;

namespace AwsccConnect.Simulator.Resources;

/// <summary>All that is kept of a password.</summary>
internal sealed record PasswordHash(string Salt, string Hash)
{
    /// <summary>Few, because bulk trials create thousands of users; the passwords are those of a simulation.</summary>
    private const int Iterations = 600;

    public static PasswordHash Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new PasswordHash(Convert.ToBase64String(salt), Derive(password, salt));
    }

    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(
        Convert.FromBase64String(Hash), Convert.FromBase64String(Derive(password, Convert.FromBase64String(Salt))));

    public override string ToString() => "***";

    private static string Derive(string password, byte[] salt) =>
        Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, 32));
}
