namespace Search.Store.Sqlite;

/// <summary>
/// The tables, one script a version. A script that was ever released is frozen: a change of format is a further
/// script, and an older store walks through them on opening.
/// </summary>
/// <remarks>
/// Every row carries a digest that is computed as it is written (see RowDigest): SQLite's own check finds broken
/// trees, not a flipped bit inside a value. Spans, headers and citations lie as JSON in <c>payload</c>; what is asked
/// for in queries has a column of its own.
/// </remarks>
internal static class StoreSchema
{
    /// <summary>"VPDS" in ASCII: tells our files from other SQLite databases.</summary>
    public const int ApplicationId = 0x56504453;

    /// <summary>Scripts in order; the version of a store is how many of them it has run.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [Version1, Version2, Version3, Version4, Version5];

    /// <summary>The title by which a citation names its document, as the index <c>citations_titled</c> holds it; null where the
    /// payload is damaged, so that one broken row does not keep the store from opening.</summary>
    public const string NamedTitle = "CASE WHEN json_valid(payload) THEN json_extract(payload, '$.cited.title') END";

    private const string Version1 = """
        CREATE TABLE meta(
          name TEXT PRIMARY KEY,
          value INTEGER NOT NULL,
          digest BLOB GENERATED ALWAYS AS (row_digest(name, value)) STORED) STRICT;
        INSERT INTO meta(name, value) VALUES ('revision', 0);

        CREATE TABLE roots(
          name TEXT PRIMARY KEY,
          folder TEXT NOT NULL UNIQUE,
          digest BLOB GENERATED ALWAYS AS (row_digest(name, folder)) STORED) STRICT;

        CREATE TABLE files(
          id INTEGER PRIMARY KEY,
          path TEXT NOT NULL UNIQUE,
          sha256 TEXT NOT NULL,
          size INTEGER NOT NULL,
          modified INTEGER NOT NULL,
          encoding TEXT NOT NULL,
          text BLOB NOT NULL,
          text_sha256 TEXT NOT NULL,
          ingested_at INTEGER NOT NULL,
          digest BLOB GENERATED ALWAYS AS
            (row_digest(id, path, sha256, size, modified, encoding, text_sha256, ingested_at)) STORED) STRICT;
        CREATE INDEX files_sha256 ON files(sha256);

        CREATE TABLE documents(
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          slug TEXT NOT NULL,
          status INTEGER NOT NULL CHECK (status IN (0, 1)),
          number TEXT, sequence TEXT, type TEXT, issuer TEXT, level TEXT, province TEXT, province_id TEXT,
          date TEXT, term TEXT, title TEXT,
          is_abstract INTEGER NOT NULL DEFAULT 0,
          cited_by INTEGER NOT NULL DEFAULT 0,
          revision INTEGER NOT NULL,
          digest BLOB GENERATED ALWAYS AS
            (row_digest(id, key, slug, status, number, sequence, type, issuer, level, province, province_id,
              date, term, title, is_abstract, cited_by, revision)) STORED) STRICT;
        CREATE INDEX documents_slug ON documents(slug);
        CREATE INDEX documents_number ON documents(number) WHERE number IS NOT NULL;
        CREATE INDEX documents_sequence ON documents(type, sequence) WHERE sequence IS NOT NULL;
        CREATE INDEX documents_unwanted ON documents(id) WHERE status = 0 AND cited_by = 0;
        CREATE INDEX documents_revision ON documents(revision);

        CREATE TABLE sources(
          id INTEGER PRIMARY KEY,
          document_id INTEGER NOT NULL REFERENCES documents(id),
          file_id INTEGER NOT NULL REFERENCES files(id) ON DELETE CASCADE,
          ordinal INTEGER NOT NULL,
          active INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1)),
          is_abstract INTEGER NOT NULL,
          span_start INTEGER NOT NULL,
          span_end INTEGER NOT NULL,
          text_sha256 TEXT NOT NULL,
          payload TEXT NOT NULL,
          digest BLOB GENERATED ALWAYS AS
            (row_digest(id, document_id, file_id, ordinal, active, is_abstract, span_start, span_end, text_sha256,
              payload)) STORED,
          UNIQUE (file_id, ordinal)) STRICT;
        CREATE INDEX sources_document ON sources(document_id);
        CREATE UNIQUE INDEX sources_active ON sources(document_id) WHERE active = 1;

        CREATE TABLE citations(
          id INTEGER PRIMARY KEY,
          source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
          ordinal INTEGER NOT NULL,
          target_id INTEGER REFERENCES documents(id),
          is_self INTEGER NOT NULL,
          cited_number TEXT, cited_type TEXT, cited_sequence TEXT, titled_type TEXT,
          payload TEXT NOT NULL,
          digest BLOB GENERATED ALWAYS AS
            (row_digest(id, source_id, ordinal, target_id, is_self, cited_number, cited_type, cited_sequence,
              titled_type, payload)) STORED,
          UNIQUE (source_id, ordinal)) STRICT;
        CREATE INDEX citations_target ON citations(target_id);
        CREATE INDEX citations_number ON citations(cited_number) WHERE cited_number IS NOT NULL;
        CREATE INDEX citations_sequence ON citations(cited_type, cited_sequence) WHERE cited_sequence IS NOT NULL;

        CREATE INDEX citations_titled ON citations(titled_type) WHERE titled_type IS NOT NULL;

        CREATE TABLE aliases(
          key TEXT PRIMARY KEY,
          slug TEXT NOT NULL,
          document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
          digest BLOB GENERATED ALWAYS AS (row_digest(key, slug, document_id)) STORED) STRICT;
        CREATE INDEX aliases_slug ON aliases(slug);
        CREATE INDEX aliases_document ON aliases(document_id);

        CREATE TABLE tombstones(
          key TEXT PRIMARY KEY,
          revision INTEGER NOT NULL,
          digest BLOB GENERATED ALWAYS AS (row_digest(key, revision)) STORED) STRICT;
        CREATE INDEX tombstones_revision ON tombstones(revision);

        CREATE TABLE title_words(
          type TEXT NOT NULL,
          word TEXT NOT NULL,
          document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
          PRIMARY KEY (type, word, document_id)) STRICT, WITHOUT ROWID;
        CREATE INDEX title_words_document ON title_words(document_id);

        CREATE TABLE quarantine(
          path TEXT PRIMARY KEY,
          sha256 TEXT NOT NULL,
          size INTEGER NOT NULL,
          modified INTEGER NOT NULL,
          step TEXT NOT NULL,
          code TEXT NOT NULL,
          reason TEXT NOT NULL,
          reason_english TEXT NOT NULL,
          at INTEGER NOT NULL,
          attempts INTEGER NOT NULL,
          digest BLOB GENERATED ALWAYS AS
            (row_digest(path, sha256, size, modified, step, code, reason, reason_english, at, attempts)) STORED) STRICT;
        """;

    /// <summary>
    /// Title words without an index over their documents: the title tells which words to take out, and the second tree
    /// cost as much to write as the first. What the words refer to is checked against the titles, not by SQLite.
    /// </summary>
    private const string Version2 = """
        CREATE TABLE titles(
          type TEXT NOT NULL,
          word TEXT NOT NULL,
          document_id INTEGER NOT NULL,
          PRIMARY KEY (type, word, document_id)) STRICT, WITHOUT ROWID;
        INSERT INTO titles SELECT type, word, document_id FROM title_words ORDER BY type, word, document_id;
        DROP TABLE title_words;
        ALTER TABLE titles RENAME TO title_words;
        """;

    /// <summary>
    /// The version of the reading of every file and refusal (0: before versions were kept), and the keys that documents had
    /// before a better reading gave them another.
    /// </summary>
    private const string Version3 = """
        ALTER TABLE files ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE quarantine ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE former_keys(
          key TEXT PRIMARY KEY,
          slug TEXT NOT NULL,
          document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
          digest BLOB GENERATED ALWAYS AS (row_digest(key, slug, document_id)) STORED) STRICT;
        CREATE INDEX former_keys_slug ON former_keys(slug);
        CREATE INDEX former_keys_document ON former_keys(document_id);
        """;

    /// <summary>
    /// What people made. A record that was taken out keeps its row without a payload, so that whoever follows by version
    /// learns of it. The audit log cannot be changed by a statement, whoever runs it.
    /// </summary>
    private const string Version4 = """
        CREATE TABLE records(
          kind TEXT NOT NULL,
          id TEXT NOT NULL,
          subject TEXT,
          version INTEGER NOT NULL,
          payload TEXT,
          digest BLOB GENERATED ALWAYS AS (row_digest(kind, id, subject, version, payload)) STORED,
          PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
        CREATE INDEX records_subject ON records(kind, subject) WHERE subject IS NOT NULL;
        CREATE INDEX records_version ON records(version);
        INSERT INTO meta(name, value) VALUES ('records', 0);
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON records WHEN old.kind = 'audit'
        BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON records WHEN old.kind = 'audit'
        BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        """;

    /// <summary>Citations by the title they name: a document that arrives concerns those of a title like its own, not all of its type.</summary>
    private const string Version5 = $"""
        DROP INDEX citations_titled;
        CREATE INDEX citations_titled ON citations(titled_type, {NamedTitle}) WHERE titled_type IS NOT NULL;
        """;
}
