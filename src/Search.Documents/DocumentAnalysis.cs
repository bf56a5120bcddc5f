using Search.Documents.Catalogues;
using Search.Documents.Letterheads;
using Search.Documents.Outlines;
using Search.Text;

namespace Search.Documents;

/// <summary>
/// Split, describe, outline: everything between reading a file and finding its citations. Time grows with the length of
/// the text.
/// </summary>
public sealed class DocumentAnalysis(Catalogue catalogue)
{
    /// <summary>The documents of a source in reading order; none when it holds no text.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="budget">The steps it may take; null for what its length allows.</param>
    /// <exception cref="WorkBudgetException">The budget is used up.</exception>
    /// <exception cref="OperationCanceledException">The budget's token was canceled.</exception>
    public IReadOnlyList<Document> Analyze(SourceText source, WorkBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var sheet = new Sheet(source, catalogue, budget ?? WorkBudget.For(source.Text.Length));
        var documents = new List<Document>();
        foreach (var draft in DocumentSplitter.Split(sheet))
        {
            var document = OutlineBuilder.Outline(sheet, LetterheadReader.Describe(sheet, draft));
            document = SourceSpans.Of(document, sheet.Layout);
            documents.Add(document with { Pages = PageStart.Of(source, document.Span) });
        }

        Copies.Link(documents, catalogue);
        return documents;
    }
}
