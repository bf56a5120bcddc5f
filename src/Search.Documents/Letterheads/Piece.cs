using Search.Documents.Lines;
using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>A column of a line, or what is left of it, with what it looks like.</summary>
internal sealed record Piece(Mark Mark, SourceLine Line, int From, int To)
{
    /// <summary>The number, for <see cref="Mark.Number"/>; null where its sequence is left blank.</summary>
    public Docket? Docket { get; init; }

    /// <summary>For a number without its sequence, what follows it: <c>CV/TU</c>.</summary>
    public string? Symbol { get; init; }

    /// <summary>The date, for <see cref="Mark.PlaceDate"/>; null where it is left blank or no calendar day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The place before a date; the secrecy id; the catalogue id of a type heading.</summary>
    public string? Value { get; init; }

    /// <summary>For a number or date broken over a page, the line it goes on in.</summary>
    public SourceLine? Continuation { get; init; }

    public string Text => Line.Text[From..To];

    public string Folded => Line.Folded[From..To];

    public TextSpan Span => Line.SpanOf(From, To) is var span && Continuation is { } next
        ? new TextSpan(span.Start, next.Span.End)
        : Line.SpanOf(From, To);
}
