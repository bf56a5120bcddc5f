using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Documents;
using Search.Store;
using Search.Text;

namespace Search.Application.UseCases;

/// <summary>Looks over the files that are sources of one document: two that bear one number and share hardly a sentence are hardly
/// one document, and a reader has to be told.</summary>
internal sealed class SourceReview(CollectionReader knowledge)
{
    /// <summary>A shorter text is no evidence.</summary>
    private const int Fewest = 30;

    /// <summary>Words of a text that are looked at.</summary>
    private const int Most = 20_000;

    /// <summary>Share of the shorter text's pieces that a copy has, however badly it was recognized.</summary>
    private const double Alike = 0.2;

    /// <summary>The files whose text differs grossly from the one their document is read from.</summary>
    /// <param name="keys">Which documents; null for all.</param>
    /// <param name="ct">Stops between two documents.</param>
    public IReadOnlyList<SourceFinding> Conflicts(IReadOnlySet<DocumentKey>? keys = null, CancellationToken ct = default)
    {
        var found = new List<SourceFinding>();
        foreach (var files in knowledge.Store.SourcePaths().Where(files => (keys is null || keys.Contains(files.Key)) && files.Skip(1).Any()))
        {
            ct.ThrowIfCancellationRequested();
            if (knowledge.Store.Read(files.Key) is not { Summary.Source: { } used } record || record.Sources.FirstOrDefault(IsUsed) is not { } first)
            {
                continue;
            }

            // Most documents have one text in all their files: nothing is compared then.
            var others = record.Sources.Where(source => !source.IsAbstract && !IsUsed(source)
                && !string.Equals(source.TextSha256, first.TextSha256, StringComparison.Ordinal)).ToList();
            if (others.Count == 0 || Pieces(record) is not { } own)
            {
                continue;
            }

            foreach (var source in others)
            {
                if (Pieces(knowledge.Store.ReadFrom(files.Key, source.Path)) is { } other && Shared(own, other) < Alike)
                {
                    found.Add(new SourceFinding(files.Key.Value, PersonalData.MaskPath(source.Path), PersonalData.MaskPath(used)));
                }
            }

            bool IsUsed(DocumentSource source) => string.Equals(source.Path, used, StringComparison.Ordinal);
        }

        return found;
    }

    private static double Shared(HashSet<int> a, HashSet<int> b) => (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);

    /// <summary>Every run of three words below the letterhead, case aside; null for a text of a few words.</summary>
    private static HashSet<int>? Pieces(DocumentRecord? record)
    {
        if (record is not { Document: { } document, SourceText: { } source })
        {
            return null;
        }

        var text = document.Read(source, document.BodySpan ?? document.Span);
        var words = new List<int>();
        var word = new HashCode();
        var length = 0;
        foreach (var c in VietnameseNormalizer.NormalizeText(text).Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Add(char.ToLowerInvariant(c));
                length++;
                continue;
            }

            if (length > 0)
            {
                words.Add(word.ToHashCode());
                (word, length) = (new HashCode(), 0);
            }

            if (words.Count >= Most)
            {
                break;
            }
        }

        var pieces = new HashSet<int>();
        for (var i = 3; i <= words.Count; i++)
        {
            pieces.Add(HashCode.Combine(words[i - 3], words[i - 2], words[i - 1]));
        }

        return pieces.Count < Fewest ? null : pieces;
    }
}
