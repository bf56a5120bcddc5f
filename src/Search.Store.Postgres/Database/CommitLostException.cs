namespace Search.Store.Postgres.Database;

/// <summary>The answer to a commit was lost, and asking showed that it was not made.</summary>
/// <param name="cause">What lost the answer.</param>
internal sealed class CommitLostException(Exception cause) : IOException("The commit was not made.", cause);
