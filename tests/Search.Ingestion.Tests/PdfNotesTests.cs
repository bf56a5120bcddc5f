using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Ingestion.Reading;

namespace Search.Ingestion.Tests;

/// <summary>What a PDF says beside the text of its pages is found in its dictionaries, packed or not, and nothing breaks it.</summary>
public sealed class PdfNotesTests
{
    [Theory]
    [InlineData("/Type /Annot /Subtype /Stamp /Contents §", true)]
    [InlineData("/Subtype /FreeText /Rect [1 2 3 4] /Contents § /DA (/F1 12 Tf)", true)]
    [InlineData("/Subtype /Stamp /Name /A /Subj §", true)]
    [InlineData("/Subtype /Widget /FT /Tx /T (a) /V §", true)]
    [InlineData("/Producer (x) /Keywords §", true)]
    [InlineData("/Title § /Author (y)", true)]
    [InlineData("/Title (x) /Company (y) /Subject §", true)]
    [InlineData("/Subtype /Text /Contents §", false)]
    [InlineData("/Subtype /Highlight /Popup 3 0 R /Contents §", false)]
    [InlineData("/Type /OCG /Name §", false)]
    public void WordsOfADictionaryAreShownOrRemarks(string entry, bool isShown)
    {
        foreach (var words in (string[])[Hex("Tối mật"), Literal("Tối mật")])
        {
            foreach (var isPacked in (bool[])[false, true])
            {
                var notes = PdfNotes.Of(File(entry.Replace("§", words, StringComparison.Ordinal), isPacked));

                Assert.Contains("Tối mật", isShown ? notes.Shown : notes.Remarks);
            }
        }
    }

    [Fact]
    public void PropertiesOfAnOfficeAndOutlinesInCapitalsAreTaken()
    {
        var notes = PdfNotes.Of(File($"/Producer (x) /PhanLoai {Hex("Tối mật")} /CreationDate (D:2019)", isPacked: false));
        var outline = PdfNotes.Of(File($"/Title {Hex("TỐI MẬT - PHẦN MỘT")} /Parent 3 0 R /Dest [4 0 R /Fit]", isPacked: true));

        Assert.Equal(["PhanLoai: Tối mật"], notes.Shown);
        Assert.Equal(["TỐI MẬT - PHẦN MỘT"], outline.Remarks);
    }

    [Fact]
    public void TitlesOfChaptersAndTextOfPagesAreNeither()
    {
        var notes = PdfNotes.Of(File("/Title (Muc 1) /Parent 3 0 R >> << /Type /Font /BaseFont /Title", isPacked: false));

        Assert.Empty(notes.Shown);
        Assert.Empty(notes.Remarks);
    }

    [Theory]
    [InlineData("<<")]
    [InlineData("(")]
    [InlineData("<")]
    [InlineData("[(a)")]
    [InlineData("/V (")]
    [InlineData("<< /V <")]
    [InlineData("stream ")]
    [InlineData("<< /Type /ObjStm >> stream\nx endstream ")]
    [InlineData(">> ] ) > ")]
    [InlineData("\\")]
    public void HostileBytesEnd(string piece)
    {
        var bytes = Encoding.Latin1.GetBytes(new StringBuilder().Insert(0, piece, 100_000).ToString());

        Assert.InRange(PdfNotes.Of(bytes).Shown.Count, 0, 2_000);
    }

    private static byte[] File(string entry, bool isPacked)
    {
        var text = $"<< {entry} >>";
        if (!isPacked)
        {
            return Encoding.Latin1.GetBytes($"%PDF-1.7\n7 0 obj\n{text}\nendobj\ntrailer << /Size 8 >>\n%%EOF\n");
        }

        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(Encoding.Latin1.GetBytes("7 0 " + text));
        }

        return
        [
            .. Encoding.Latin1.GetBytes($"%PDF-1.7\n9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {packed.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n"),
            .. packed.ToArray(), .. "\nendstream\nendobj\n"u8,
        ];
    }

    private static string Hex(string words) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words))}>";

    /// <summary>Each byte an octal escape.</summary>
    private static string Literal(string words) => "(" + string.Concat(((byte[])[0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(words)])
        .Select(b => "\\" + Convert.ToString(b, 8).PadLeft(3, '0'))) + ")";
}
