using Search.Text;

namespace Search.Documents.Tests;

/// <summary>What holds for the spans and anchors of any document of any text.</summary>
internal static class SpanChecks
{
    public static void AllInside(IReadOnlyList<Document> documents, string text)
    {
        var whole = new TextSpan(0, text.Length);
        var end = 0;
        foreach (var document in documents)
        {
            Assert.True(document.Span.Start >= end, "documents overlap");
            Assert.True(whole.Contains(document.Span) && document.Span.Length > 0, "document out of range");
            end = document.Span.End;
            if (document.BodySpan is { } body)
            {
                Assert.True(document.Span.Contains(body) && body.Length > 0, "body");
            }

            if (document.TitleSpan is { } title)
            {
                Assert.True(document.Span.Contains(title) && title.Length > 0, "title");
            }

            foreach (var part in document.Parts)
            {
                Assert.True(document.Span.Contains(part.Span) && part.Span.Length > 0, $"part {part.Kind}");
            }

            Assert.NotEmpty(document.Passages);
            Assert.Equal(document.Passages.Count, document.Passages.Select(p => p.Anchor).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(document.Outline.Count, document.Outline.Select(s => s.Anchor).Distinct(StringComparer.Ordinal).Count());
            var at = 0;
            foreach (var passage in document.Passages)
            {
                Assert.True(document.Span.Contains(passage.Span) && passage.Span.Length > 0, $"passage {passage.Anchor}");
                Assert.True(passage.Span.Start >= at, $"passage {passage.Anchor} overlaps the one before");
                at = passage.Span.End;
            }

            foreach (var section in document.Outline)
            {
                Assert.True(document.Span.Contains(section.Span), $"section {section.Anchor}");
                Assert.True(section.Parent is null || document.Outline.Any(s => string.Equals(s.Anchor, section.Parent, StringComparison.Ordinal)), "parent");
            }
        }
    }
}
