using Microsoft.Data.Sqlite;
using Search.Engine;
using Search.Text;

namespace Search.Benchmarks;

/// <summary>SQLite FTS5 over the same articles: syllables and compounds as terms, bm25 weights 2, 4, 1.</summary>
internal sealed class FtsContestant(string file, int every) : EngineContestant
{
    private SqliteConnection? _connection;

    public override string Name => "SQLite FTS5";

    public override int AskedEvery => every;

    public override bool IsBuilt => File.Exists(file);

    public override long Bytes => new FileInfo(file).Length;

    public override void Build(string corpus)
    {
        using var connection = Connect();
        Fill(connection, corpus);
    }

    public override void Open() => _connection = Connect();

    public override IReadOnlyList<string> Ask(string question) => Ask(_connection!, question);

    public override void Dispose() => _connection?.Dispose();

    /// <summary>Syllables and compounds of a text, joined by spaces.</summary>
    internal static string Terms(string? text)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(text ?? "");
        var terms = new List<string>(tokens.Count * 2);
        for (var i = 0; i < tokens.Count; i++)
        {
            terms.Add(tokens[i].Exact);
            if (i + 1 < tokens.Count)
            {
                terms.Add(tokens[i].Exact + "_" + tokens[i + 1].Exact);
            }
        }

        return string.Join(' ', terms);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Fill(SqliteConnection connection, string corpus)
    {
        Execute(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, document, title, text, content='', contentless_delete=0, tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\"); CREATE TABLE ids(rowid INTEGER PRIMARY KEY, id TEXT)");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO articles(rowid, document, title, text) VALUES ($n, $d, $t, $x)";
        using var name = connection.CreateCommand();
        name.CommandText = "INSERT INTO ids VALUES ($n, $i)";
        var n = 0;
        foreach (var article in EvaluationFiles.ReadCorpus(corpus))
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$n", ++n);
            insert.Parameters.AddWithValue("$d", Terms(article.Document));
            insert.Parameters.AddWithValue("$t", Terms(article.Title));
            insert.Parameters.AddWithValue("$x", Terms(article.Text));
            insert.ExecuteNonQuery();
            name.Parameters.Clear();
            name.Parameters.AddWithValue("$n", n);
            name.Parameters.AddWithValue("$i", article.Id);
            name.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static List<string> Ask(SqliteConnection connection, string question)
    {
        var terms = Terms(question).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT ids.id FROM articles JOIN ids ON ids.rowid = articles.rowid WHERE articles MATCH $q ORDER BY bm25(articles, 0, 2, 4, 1) LIMIT 10";
        command.Parameters.AddWithValue("$q", string.Join(" OR ", terms.Select(t => $"\"{t}\"")));
        var ids = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
