namespace Search.Engine;

/// <summary>The words of a collection, as reading a query needs them. Safe for many threads.</summary>
public interface ICollectionWords
{
    /// <summary>The spellings of a folded word with the passages that hold them; none where the collection has no such word.</summary>
    /// <param name="folded">The folded form.</param>
    IReadOnlyList<WordCount> Spellings(string folded);

    /// <summary>Passages in which two exact words stand next to each other.</summary>
    /// <param name="first">The one before.</param>
    /// <param name="second">The one after.</param>
    long PairCount(WordCount first, WordCount second);

    /// <summary>The words whose folded form fulfills a condition. Walks the whole dictionary: for unknown and rare words only.</summary>
    /// <param name="fits">The condition.</param>
    IReadOnlyList<WordCount> Find(Func<string, bool> fits);

    /// <summary>Whether somebody of this name signed a document of the collection.</summary>
    /// <param name="name">The words of the name in small letters, joined by hyphens, all with their accents or all without.</param>
    bool IsSigner(string name) => false;
}
