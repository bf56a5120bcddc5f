namespace Search.Store.Audit;

/// <summary>What the audit log tells of.</summary>
public static class AuditActions
{
    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>A sign-in was refused.</summary>
    public const string SignInRefused = "sign-in-refused";

    /// <summary>Somebody signed out, or a session was ended.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>A password was set.</summary>
    public const string PasswordSet = "password-set";

    /// <summary>An account was made.</summary>
    public const string UserAdded = "user-added";

    /// <summary>Role, clearance or state of an account was changed.</summary>
    public const string UserChanged = "user-changed";

    /// <summary>An API key was made.</summary>
    public const string KeyCreated = "key-created";

    /// <summary>An API key was revoked.</summary>
    public const string KeyRevoked = "key-revoked";

    /// <summary>API keys of a former version were taken over.</summary>
    public const string KeysTakenOver = "keys-taken-over";

    /// <summary>A secret document was read.</summary>
    public const string SecretRead = "secret-read";

    /// <summary>Data was exported.</summary>
    public const string Exported = "exported";

    /// <summary>A document was corrected.</summary>
    public const string Corrected = "corrected";

    /// <summary>A correction was undone.</summary>
    public const string CorrectionUndone = "correction-undone";

    /// <summary>A refused file was released or tried again.</summary>
    public const string Released = "released";

    /// <summary>A file was ingested by upload.</summary>
    public const string Uploaded = "uploaded";

    /// <summary>A document was taken out.</summary>
    public const string Removed = "removed";
}
