namespace Search.Text;

/// <summary>What a collection of documents says about words; lets repairs prefer what the collection really uses.</summary>
public interface IVocabulary
{
    /// <summary>How often a word or a phrase of adjacent words occurs, in exact lower-case form; 0 when never.</summary>
    /// <param name="word">One word, or several with single spaces between them.</param>
    long Count(string word);
}
