using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Search.Ingestion.Reading;

/// <summary>Tells by its content what a file of an office is: names are often wrong, a page or a .docx is called .doc.</summary>
internal static class FileSignature
{
    private const int Head = 4096;

    /// <summary>Extension of the format that the content is in; null where the content does not say.</summary>
    public static string? ExtensionOf(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span[..Math.Min(Head, bytes.Length)];
        return head switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => InPackage(bytes),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => InCompoundFile(bytes.Span),
            _ when head.StartsWith("{\\rtf"u8) => ".rtf",
            _ when head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0 => ".pdf",
            _ => InText(head),
        };
    }

    private static string? InPackage(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = MemoryMarshal.TryGetArray(bytes, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
                : new MemoryStream(bytes.ToArray(), writable: false);
            using var package = new ZipArchive(stream, ZipArchiveMode.Read);
            if (package.GetEntry("word/document.xml") is not null)
            {
                return ".docx";
            }

            if (package.GetEntry("xl/workbook.xml") is not null || package.GetEntry("xl/workbook.bin") is not null)
            {
                return ".xlsx";
            }

            return package.GetEntry("content.xml") is null ? null
                : package.GetEntry("mimetype") is { Length: < 200 } kind && Text(kind).Contains("spreadsheet", StringComparison.Ordinal) ? ".ods" : ".odt";
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Text(ZipArchiveEntry entry) => System.Text.Encoding.UTF8.GetString(PackageGuard.Read(entry, CancellationToken.None));

    /// <summary>The names of the streams in a compound file stand in its directory, in UTF-16.</summary>
    private static string? InCompoundFile(ReadOnlySpan<byte> bytes)
    {
        if (Holds(bytes, "EncryptedPackage"))
        {
            return ".encrypted";
        }

        return Holds(bytes, "WordDocument") ? ".doc" : Holds(bytes, "Workbook") || Holds(bytes, "Book\0") ? ".xls" : null;
    }

    private static bool Holds(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(MemoryMarshal.AsBytes(name.AsSpan())) >= 0;

    private static string? InText(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
            || (text.Contains("\nMIME-Version:", StringComparison.OrdinalIgnoreCase) && text.Contains("multipart/related", StringComparison.OrdinalIgnoreCase)))
        {
            return ".mht";
        }

        if (text.StartsWith('<') && text.Contains("<office:document", StringComparison.Ordinal) && text.Contains("urn:oasis:names:tc:opendocument", StringComparison.Ordinal))
        {
            return text.Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? ".fods" : ".fodt";
        }

        var isPage = text.StartsWith('<') && (text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<body", StringComparison.OrdinalIgnoreCase));
        return isPage ? ".html" : null;
    }
}
