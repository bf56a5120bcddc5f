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
        var documents = Described(source, isOne: false, budget ?? WorkBudget.For(source.Text.Length));
        Copies.Link(documents, catalogue);
        return documents;
    }

    /// <summary>The documents of a source of which some are known to lie in certain stretches. What stands between those is a
    /// document only where it bears a number: anything else is what somebody cut off.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="stretches">Each is one document; ascending, without overlaps.</param>
    /// <param name="budget">The steps it may take; null for what its length allows.</param>
    /// <exception cref="WorkBudgetException">The budget is used up.</exception>
    /// <exception cref="OperationCanceledException">The budget's token was canceled.</exception>
    public IReadOnlyList<Document> Analyze(SourceText source, IReadOnlyList<TextSpan> stretches, WorkBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(stretches);
        if (stretches.Count == 0)
        {
            return Analyze(source, budget);
        }

        budget ??= WorkBudget.For(source.Text.Length);
        var documents = new List<Document>();
        var at = 0;
        foreach (var stretch in stretches)
        {
            AddBetween(at, stretch.Start);
            documents.AddRange(Described(SourceStretch.Of(source, stretch), isOne: true, budget));
            at = stretch.End;
        }

        AddBetween(at, source.Text.Length);
        Copies.Link(documents, catalogue);
        return documents;

        void AddBetween(int from, int to)
        {
            if (!source.Text.AsSpan(from, to - from).IsWhiteSpace())
            {
                documents.AddRange(Described(SourceStretch.Of(source, new TextSpan(from, to)), isOne: false, budget).Where(document => document.Docket is not null));
            }
        }
    }

    private List<Document> Described(SourceText source, bool isOne, WorkBudget budget)
    {
        var sheet = new Sheet(source, catalogue, budget);
        var documents = new List<Document>();
        foreach (var draft in DocumentSplitter.Split(sheet, isOne))
        {
            var document = OutlineBuilder.Outline(sheet, LetterheadReader.Describe(sheet, draft));
            document = SourceSpans.Of(document, sheet.Layout);
            documents.Add(document with { Pages = PageStart.Of(source, document.Span) });
        }

        return documents;
    }
}
