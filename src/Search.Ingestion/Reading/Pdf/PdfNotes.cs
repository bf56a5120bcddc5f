using System.IO.Compression;
using System.Text;

namespace Search.Ingestion.Reading;

/// <summary>
/// What a PDF shows or says beside the text of its pages: stamps and notes of reviewers, fields of forms, its title, subject and
/// keywords. Read from its dictionaries, those in compressed streams included; what is encrypted is passed over. It never
/// fails: whatever is no dictionary is skipped.
/// </summary>
internal sealed class PdfNotes
{
    private const int MaxDepth = 64;
    private const int MaxInflated = 64 << 20;
    private const int MaxString = 4_000;
    private const int MaxLine = 110;
    private const int MaxLines = 2_000;

    private static readonly string[] OfEveryFile = ["Title", "Subject", "Keywords", "Author", "Creator", "Producer", "CreationDate", "ModDate", "Trapped"];

    private readonly List<string> _shown = [];
    private readonly List<string> _remarks = [];
    private int _inflated;
    private bool _isEncrypted;

    /// <summary>What is seen on its pages or stands for it.</summary>
    public IReadOnlyList<string> Shown => _isEncrypted ? [] : _shown;

    /// <summary>What somebody noted on it.</summary>
    public IReadOnlyList<string> Remarks => _isEncrypted ? [] : _remarks;

    /// <param name="pdf">Content of the file.</param>
    public static PdfNotes Of(ReadOnlyMemory<byte> pdf)
    {
        var notes = new PdfNotes();
        notes.Read(pdf.Span, isInner: false);
        return notes;
    }

    private void Read(ReadOnlySpan<byte> bytes, bool isInner)
    {
        var open = new List<PdfDictionary>();
        PdfDictionary? closed = null;
        for (var i = 0; i < bytes.Length;)
        {
            var c = bytes[i];
            var frame = open.Count > 0 ? open[^1] : null;
            if (c == '%' && frame is null)
            {
                i += LineLength(bytes[i..]);
            }
            else if (c == '<' && i + 1 < bytes.Length && bytes[i + 1] == '<')
            {
                if (open.Count < MaxDepth)
                {
                    open.Add(new PdfDictionary());
                }

                i += 2;
            }
            else if (c == '>' && i + 1 < bytes.Length && bytes[i + 1] == '>')
            {
                if (frame is not null)
                {
                    open.RemoveAt(open.Count - 1);
                    closed = frame;
                    Take(frame);
                    if (open.Count > 0)
                    {
                        open[^1].EndValue();
                    }
                }

                i += 2;
            }
            else if (c is (byte)'(' or (byte)'<')
            {
                var length = c == '(' ? PdfStrings.LiteralLength(bytes[i..]) : PdfStrings.HexLength(bytes[i..]);
                if (frame is { Key: not null } && length is > 2 and <= MaxString)
                {
                    frame.Add(c == '(' ? PdfStrings.Literal(bytes.Slice(i, length)) : PdfStrings.Hex(bytes.Slice(i, length)));
                }

                i += length;
            }
            else if (c == '/')
            {
                var length = 1 + NameLength(bytes[(i + 1)..]);
                frame?.Name(Encoding.Latin1.GetString(bytes.Slice(i + 1, Math.Min(length - 1, 40))));
                i += length;
            }
            else if (c is (byte)'[' or (byte)']')
            {
                frame?.Bracket(c == '[');
                i++;
            }
            else if (frame is null && !isInner && bytes[i..].StartsWith("stream"u8))
            {
                var end = bytes[i..].IndexOf("endstream"u8);
                var body = end < 0 ? bytes[i..] : bytes.Slice(i, end);
                if (closed is { IsObjectStream: true })
                {
                    Inflate(body["stream"u8.Length..]);
                }

                closed = null;
                i += end < 0 ? body.Length : end + "endstream"u8.Length;
            }
            else if (IsRegular(c))
            {
                var length = NameLength(bytes[i..]);
                if (bytes.Slice(i, length).SequenceEqual("endobj"u8))
                {
                    open.Clear(); // one that was never closed ends here
                }

                i += length;
                frame?.EndValue(isScalar: true);
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>The objects of a stream of objects.</summary>
    private void Inflate(ReadOnlySpan<byte> body)
    {
        var start = body.IndexOf((byte)'\n') + 1;
        try
        {
            using var packed = new MemoryStream(body[start..].ToArray(), writable: false);
            using var stream = new ZLibStream(packed, CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var chunk = new byte[1 << 16];
            for (var read = 1; read > 0 && _inflated < MaxInflated;)
            {
                read = stream.Read(chunk);
                _inflated += read;
                plain.Write(chunk, 0, read);
            }

            Read(plain.GetBuffer().AsSpan(0, (int)plain.Length), isInner: true);
        }
        catch (InvalidDataException)
        {
            // Damaged, or packed by another filter: what the pages show is read all the same.
        }
    }

    private void Take(PdfDictionary entry)
    {
        _isEncrypted |= entry.HasEncryption;
        var kind = entry["Subtype"];
        if (entry["V"] is { } value)
        {
            Add(_shown, value);
            Add(_shown, entry["T"] is { } name ? $"{name}: {value}" : null);
        }
        else if (kind is "Stamp" or "FreeText" or "Watermark" or "Redact" or "Line" or "Polygon" or "Square" or "Circle")
        {
            Add(_shown, entry["Contents"]);
            Add(_shown, entry["Subj"]);
            Add(_shown, entry["OverlayText"]);
        }
        else if (kind is not null)
        {
            Add(_remarks, entry["Contents"]);
            Add(_remarks, entry["Subj"]);
        }
        else if (entry["Parent"] is null && entry["Dest"] is null && entry["Type"] is null && !entry.HasParent)
        {
            Add(_shown, entry["Title"]);
            Add(_shown, entry["Subject"]);
            Add(_shown, entry["Keywords"]);
            if (entry.Keys.Any(key => key is "Producer" or "Creator" or "CreationDate" or "ModDate" or "Author" or "Title"))
            {
                // Properties that an office adds of its own.
                foreach (var key in entry.Keys.Where(key => !OfEveryFile.Contains(key)))
                {
                    Add(_shown, $"{key}: {entry[key]}");
                }
            }
        }
        else if (entry.HasParent && entry["Title"] is { } heading && !heading.Any(char.IsLower))
        {
            // Of an outline, which viewers show beside the pages; headings in small letters are those of chapters.
            Add(_remarks, heading);
        }
        else if (entry["Type"] is "OCG")
        {
            Add(_remarks, entry["Name"]);
        }
    }

    private static void Add(List<string> lines, string? text)
    {
        foreach (var line in (text ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Length <= MaxLine && lines.Count < MaxLines && line.Any(char.IsLetter))
            {
                lines.Add(line);
            }
        }
    }

    private static int LineLength(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0 ? end + 1 : bytes.Length;

    private static int NameLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length && IsRegular(bytes[length]))
        {
            length++;
        }

        return length;
    }

    private static bool IsRegular(byte c) =>
        c > ' ' && c is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
