using Search.Documents.Lines;
using Search.Text;

namespace Search.Documents.Outlines;

/// <summary>A paragraph, list item or table row: lines that are read as one, page breaks inside it closed up.</summary>
/// <param name="Span">From its first to its last character, marginalia between them included.</param>
/// <param name="Head">Its first line.</param>
/// <param name="LineCount">How many lines it has.</param>
internal sealed record Unit(TextSpan Span, SourceLine Head, int LineCount);
