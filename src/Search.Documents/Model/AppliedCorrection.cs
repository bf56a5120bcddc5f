using Search.Text;

namespace Search.Documents;

/// <summary>A field that a person corrected, with what the program had read.</summary>
/// <param name="Id">Id of the correction.</param>
/// <param name="Field">The field by its name in camelCase; <c>key</c> for the key that followed from the others,
/// <c>text</c> for words of the text.</param>
/// <param name="Read">What was read; null for nothing.</param>
/// <param name="By">Who corrected it, by the name that others see.</param>
/// <param name="On">The day of the correction.</param>
public sealed record AppliedCorrection(string Id, string Field, string? Read, string By, DateOnly On)
{
    /// <summary>Where in the source other words are read than stand there; null for a field of the header.</summary>
    public TextSpan? Span { get; init; }
}
