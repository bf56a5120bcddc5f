using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Engine;
using Search.Engine.LuceneNet;
using Search.Text;

namespace Search.Benchmarks;

/// <summary>
/// Lucene.Net as its user would take it: text fields through our analyzer, a <c>BooleanQuery</c> of words and pairs over
/// three fields with the same weights, Lucene's own BM25.
/// </summary>
internal sealed class LuceneContestant(string folder, int every) : EngineContestant
{
    private static readonly (string Field, float Boost)[] Fields = [("document", 2), ("title", 4), ("text", 1)];

    private FSDirectory? _directory;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public override string Name => "Lucene.Net's own queries, BM25";

    public override int AskedEvery => Math.Max(1, every / 4);

    public override bool IsBuilt => System.IO.Directory.Exists(folder) && DirectoryReader.IndexExists(Opened());

    public override long Bytes => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

    public override void Build(string corpus)
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new SyllableAnalyzer()) { Similarity = new BM25Similarity(), RAMBufferSizeMB = 64 };
        using var writer = new IndexWriter(Opened(), config);
        foreach (var article in EvaluationFiles.ReadCorpus(corpus))
        {
            writer.AddDocument(
            [
                new StringField("id", article.Id, Field.Store.YES),
                new TextField("document", article.Document ?? "", Field.Store.NO),
                new TextField("title", article.Title ?? "", Field.Store.NO),
                new TextField("text", article.Text ?? "", Field.Store.NO),
            ]);
        }

        writer.ForceMerge(1);
        writer.Commit();
    }

    public override void Open()
    {
        _reader = DirectoryReader.Open(Opened());
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    public override IReadOnlyList<string> Ask(string question)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(question);
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            terms.Add(tokens[i].Exact);
            if (i + 1 < tokens.Count)
            {
                terms.Add(TermForms.Compound(tokens[i].Exact, tokens[i + 1].Exact));
            }
        }

        var query = new BooleanQuery();
        foreach (var term in terms.Take(BooleanQuery.MaxClauseCount / Fields.Length))
        {
            foreach (var (field, boost) in Fields)
            {
                query.Add(new Lucene.Net.Search.TermQuery(new Term(field, term)) { Boost = boost }, Occur.SHOULD);
            }
        }

        return [.. _searcher!.Search(query, 10).ScoreDocs.Select(hit => _searcher.Doc(hit.Doc).Get("id"))];
    }

    public override void Dispose()
    {
        _reader?.Dispose();
        _directory?.Dispose();
    }

    private FSDirectory Opened() => _directory ??= FSDirectory.Open(System.IO.Directory.CreateDirectory(folder));
}
