using Search.Ingestion.Reading;

namespace Search.Ingestion.Tests;

/// <summary>Letters across a page are put together in their order; headings on lines are left alone.</summary>
public sealed class PageDiagonalsTests
{
    [Theory]
    [InlineData(-30)]
    [InlineData(30)]
    public void PiecesAtASlantAreOneWord(double step)
    {
        string[] pieces = ["TỐ", "I", "M", "Ậ", "T"];
        var tall = pieces.Select((piece, i) => new PdfWord(piece, 100 + (40 * i), 400 + (step * i), 140 + (40 * i), 440 + (step * i)));

        Assert.Equal(["TỐIMẬT"], PageDiagonals.Of([Page([.. tall.Reverse()])]));
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(6)]
    public void PiecesAsSmallAsTheTextAreOneWordToo(double step)
    {
        (string Text, double Left, double Right)[] pieces = [("TỐ", 300, 314), ("I", 314, 319), ("MẬ", 323, 340), ("T", 340, 347)];
        var small = pieces.Select((piece, i) => new PdfWord(piece.Text, piece.Left, 300 + (step * i), piece.Right, 312 + (step * i)));

        Assert.Contains("TỐIMẬT", PageDiagonals.Of([Page([.. small])]));
    }

    [Fact]
    public void AWordIsFoundAmongTensOfThousandsOfPieces()
    {
        var table = Enumerable.Range(0, 200 * 200).Select(i => new PdfWord("A", i % 200 * 120, i / 200 * 40, (i % 200 * 120) + 8, (i / 200 * 40) + 12));
        string[] pieces = ["TỐ", "I", "MẬ", "T"];
        var word = pieces.Select((piece, i) => new PdfWord(piece, 6040 + (13 * i), 4014 + (6 * i), 6052 + (13 * i), 4026 + (6 * i)));

        Assert.Equal(["TỐIMẬT"], PageDiagonals.Of([Page([.. table, .. word])]));
    }

    [Fact]
    public void HeadingsAreNone()
    {
        PdfWord[] heading = [new("KẾ", 100, 50, 140, 80), new("HOẠCH", 150, 50, 220, 80), new("BÍ", 110, 90, 140, 120), new("MẬT", 150, 90, 200, 120)];

        Assert.Empty(PageDiagonals.Of([Page(heading), Page([])]));
    }

    private static PdfPage Page(IReadOnlyList<PdfWord> tall) => new(
        1, 600, 800,
        [
            [.. tall.Select(word => new PdfLine([word]))],
            [.. Enumerable.Range(0, 20).Select(i => new PdfLine([new PdfWord("chữ", 50, 500 + (14 * i), 80, 512 + (14 * i))]))],
        ]);
}
