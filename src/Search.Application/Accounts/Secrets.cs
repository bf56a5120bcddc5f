using System.Security.Cryptography;
using System.Text;

namespace Search.Application.Accounts;

/// <summary>Secrets that are handed out once and kept as their hash.</summary>
internal static class Secrets
{
    private const int Bytes = 32;

    /// <summary>A new secret of 256 random bits, 64 hex figures.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A new id of so many random bytes, in hex figures.</summary>
    public static string NewId(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    /// <summary>SHA-256, 64 lower-case hex figures. Secrets are random, so that a slow hash would add nothing.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Compares in a time that tells nothing.</summary>
    public static bool IsHashOf(string? hash, string secret) => hash is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(secret)));
}
