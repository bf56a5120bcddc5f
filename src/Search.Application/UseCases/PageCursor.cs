using System.Buffers.Text;
using System.Text;

namespace Search.Application.UseCases;

/// <summary>
/// The opaque cursor of the API around the engine's own one. Its check sum tells a garbled cursor (400) from one
/// whose generation of the index is gone (410).
/// </summary>
internal static class PageCursor
{
    private const string Version = "1";

    public static string? Wrap(string? engineCursor)
    {
        if (engineCursor is null)
        {
            return null;
        }

        var text = $"{Version}|{Check(engineCursor):x8}|{engineCursor}";
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The engine's cursor, or null where the text was not made by <see cref="Wrap"/>.</summary>
    public static string? TryUnwrap(string cursor)
    {
        if (!Base64Url.IsValid(cursor))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|', 3);
        return parts is [Version, var check, var inner] && string.Equals(check, $"{Check(inner):x8}", StringComparison.Ordinal)
            ? inner
            : null;
    }

    private static uint Check(string text)
    {
        var sum = 0x811c9dc5u;
        foreach (var c in text)
        {
            sum = (sum ^ c) * 0x01000193u;
        }

        return sum;
    }
}
