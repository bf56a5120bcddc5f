using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Search.Engine.LuceneNet;

/// <summary>Where the next page begins, bound to the generation it was made for.</summary>
internal static class PageCursor
{
    public static string Write(long generation, int offset) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{generation}:{offset}")));

    /// <summary>The offset of a cursor; 0 for none.</summary>
    /// <exception cref="InvalidCursorException">Garbled, or of another generation.</exception>
    public static int Read(string? cursor, long generation)
    {
        if (cursor is null)
        {
            return 0;
        }

        if (!Base64Url.IsValid(cursor))
        {
            throw new InvalidCursorException();
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split(':');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var made)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            || made != generation || offset >= SearchRequest.MaxWindow)
        {
            throw new InvalidCursorException();
        }

        return offset;
    }
}
