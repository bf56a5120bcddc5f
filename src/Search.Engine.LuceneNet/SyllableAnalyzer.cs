using Lucene.Net.Analysis;

namespace Search.Engine.LuceneNet;

/// <summary>
/// Gives every field our tokens. Lucene's own analyzers are not used: <c>StandardAnalyzer</c> drops English stop
/// words that are Vietnamese syllables (<c>an</c>, <c>do</c>, <c>to</c>), and its folding filter misreads text that
/// is not composed.
/// </summary>
internal sealed class SyllableAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new SyllableTokenizer(reader);
        return new TokenStreamComponents(source);
    }
}
