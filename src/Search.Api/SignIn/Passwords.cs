using Microsoft.AspNetCore.Identity;

namespace Search.Api.SignIn;

/// <summary>Passwords of local accounts: hashed by the framework's hasher (PBKDF2), checked in a time that does not tell
/// whether the name is anybody's.</summary>
internal sealed class Passwords(AccountDirectory directory, AccountService accounts)
{
    /// <summary>Fewest characters of a password.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters of a password.</summary>
    public const int Longest = 128;

    private const int FewestDifferent = 5;

    // A shorter name is part of many words.
    private const int TellingName = 4;

    private static readonly Account Nobody = new() { Id = "", Name = "", Role = "", CreatedAt = default };

    private readonly PasswordHasher<Account> _hasher = new();
    private readonly Lazy<string> _nobodysHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>The account whose name and password these are, or null. A refusal is counted and noted.</summary>
    public Account? Check(string name, string password)
    {
        var account = directory.AccountOf(name);
        var isRight = _hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? _nobodysHash.Value, password[..Math.Min(password.Length, Longest + 1)]);
        if (account is null or { PasswordHash: null } or { IsDisabled: true } || accounts.IsLocked(account))
        {
            accounts.Refused(null);
            return null;
        }

        if (isRight is PasswordVerificationResult.Failed)
        {
            accounts.Refused(account.Id);
            return null;
        }

        if (isRight is PasswordVerificationResult.SuccessRehashNeeded)
        {
            accounts.Rehash(account.Id, _hasher.HashPassword(account, password));
        }

        return account;
    }

    /// <summary>Sets a password.</summary>
    public void Set(Account account, string password, string? keepSession) =>
        accounts.SetPassword(account.Id, _hasher.HashPassword(account, password), keepSession);

    /// <summary>What is wrong with a new password, Vietnamese and English; null for nothing. No mix of kinds of characters is
    /// asked for (ASVS 5.0, 6.2.5); length is what counts.</summary>
    public static (string Vietnamese, string English)? Problem(Account account, string password, string again)
    {
        if (password.Length is < Shortest or > Longest)
        {
            return ($"Mật khẩu phải có từ {Shortest} đến {Longest} ký tự.", $"A password has {Shortest} to {Longest} characters.");
        }

        if (!string.Equals(password, again, StringComparison.Ordinal))
        {
            return ("Hai lần nhập mật khẩu không giống nhau.", "The two entries of the password differ.");
        }

        return password.Distinct().Count() < FewestDifferent || IsRun(password)
            || (account.Name.Length >= TellingName && password.Contains(account.Name, StringComparison.OrdinalIgnoreCase))
            ? ("Mật khẩu dễ đoán: quá ít ký tự khác nhau, là một dãy liên tiếp, hoặc chứa tên đăng nhập.", "The password is easy to guess: too few different characters, a row of neighbors, or it holds the name.")
            : null;
    }

    /// <summary>Whether each character is the neighbor of the one before, as in <c>abcdefghijkl</c> or <c>987654321098</c>.</summary>
    private static bool IsRun(string password)
    {
        for (var i = 1; i < password.Length; i++)
        {
            if (Math.Abs(password[i] - password[i - 1]) is not (1 or 9))
            {
                return false;
            }
        }

        return true;
    }
}
