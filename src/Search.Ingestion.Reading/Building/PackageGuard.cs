using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// Opens ZIP packages within limits. A bomb hides a gigabyte in a megabyte: entries, their declared sizes and ratios are
/// looked at before anything is unpacked, and the sizes that are declared are held to while unpacking.
/// </summary>
internal static class PackageGuard
{
    private const int MaxEntries = 5_000;
    private const long MaxEntry = 64L << 20;
    private const long MaxTotal = 256L << 20;
    private const long MaxRatio = 200;

    /// <summary>Entries below this may compress as well as they like: repeated XML does.</summary>
    private const long SmallEntry = 1L << 20;

    /// <inheritdoc cref="TryOpen(ReadOnlyMemory{byte}, Encoding?, out ZipArchive?, out ReadError?)"/>
    public static bool TryOpen(
        ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out ZipArchive? package, [NotNullWhen(false)] out ReadError? error) =>
        TryOpen(bytes, names: null, out package, out error);

    /// <param name="bytes">The package.</param>
    /// <param name="names">Encoding of the names that are not marked as UTF-8; null for UTF-8.</param>
    /// <param name="package">The opened package, when true is returned.</param>
    /// <param name="error">Why it is refused, when false is returned.</param>
    public static bool TryOpen(
        ReadOnlyMemory<byte> bytes,
        Encoding? names,
        [NotNullWhen(true)] out ZipArchive? package,
        [NotNullWhen(false)] out ReadError? error)
    {
        package = null;
        error = null;
        try
        {
            var opened = new ZipArchive(Stream(bytes), ZipArchiveMode.Read, leaveOpen: false, names);
            error = Check(opened);
            if (error is not null)
            {
                opened.Dispose();
                return false;
            }

            package = opened;
            return true;
        }
        catch (InvalidDataException)
        {
            error = Broken();
            return false;
        }
    }

    /// <summary>The content of one entry, never more than it declares.</summary>
    /// <exception cref="InvalidDataException">The entry is broken or longer than it declares.</exception>
    public static byte[] Read(ZipArchiveEntry entry, CancellationToken ct)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream((int)Math.Min(entry.Length, 1 << 20));
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is var read and > 0)
        {
            ct.ThrowIfCancellationRequested();
            if (content.Length + read > entry.Length)
            {
                throw new InvalidDataException("The entry is longer than it declares.");
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    public static ReadError Broken() => new(
        "broken-package", "Tệp nén bị hỏng hoặc không đúng định dạng.", "The package is damaged or is no ZIP file.");

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static ReadError? Check(ZipArchive package)
    {
        if (package.Entries.Count > MaxEntries)
        {
            return Bomb($"{package.Entries.Count} > {MaxEntries}");
        }

        var total = 0L;
        foreach (var entry in package.Entries)
        {
            total += entry.Length;
            var isDense = entry.Length > SmallEntry && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio;
            if (entry.Length > MaxEntry || total > MaxTotal || isDense)
            {
                return Bomb(entry.FullName.Length > 80 || !Ascii.IsValid(entry.FullName) ? "…" : entry.FullName);
            }

            if (entry.IsEncrypted)
            {
                return new ReadError(
                    "encrypted", "Tệp nén được đặt mật khẩu.", "The package is protected by a password.");
            }
        }

        return null;
    }

    private static ReadError Bomb(string what) => new(
        "package-limits",
        $"Tệp nén bung ra quá lớn hoặc quá nhiều mục ({what}); có thể là bom nén.",
        $"The package unpacks to too much or too many entries ({what}); it may be a bomb.");
}
