using Npgsql;

namespace Search.Store.Postgres.Sharing;

/// <summary>The last commit of the shared store.</summary>
/// <param name="Position">Its number.</param>
/// <param name="Revision">The store's revision with it.</param>
/// <param name="Format">Version of the tables of rows.</param>
internal readonly record struct Head(long Position, long Revision, int Format)
{
    /// <summary>Reads it.</summary>
    /// <param name="connection">A connection, in a transaction where it is locked.</param>
    /// <param name="locks">Whether to wait for one's turn to change it: all commits are made under this lock, so that the order of
    /// numbers is the order of commits, and no number is missing.</param>
    public static Head Read(NpgsqlConnection connection, bool locks)
    {
        using var command = new NpgsqlCommand("SELECT position, revision, format FROM sync_head" + (locks ? " FOR UPDATE" : ""), connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        return new Head(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2));
    }
}
