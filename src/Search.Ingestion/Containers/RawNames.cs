using System.Text;

namespace Search.Ingestion.Containers;

/// <summary>
/// Lets the bytes of an archive's names through: ASCII as it is, every other byte as one character of the private use
/// area, so that nothing is lost and a name that was decoded already (it is marked as UTF-8) is told from one that was not.
/// </summary>
internal sealed class RawNames : Encoding
{
    private const int Base = 0xE000;

    /// <summary>The only one there is.</summary>
    public static readonly RawNames Instance = new();

    private RawNames()
    {
    }

    /// <summary>Whether a name holds bytes that are still to be decoded.</summary>
    public static bool IsRaw(string name) => name.AsSpan().ContainsAnyInRange((char)(Base + 0x80), (char)(Base + 0xFF));

    /// <summary>The bytes of a name that <see cref="IsRaw"/>.</summary>
    public static byte[] BytesOf(string name) => Instance.GetBytes(name);

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => count;

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
        {
            bytes[byteIndex + i] = (byte)chars[charIndex + i];
        }

        return charCount;
    }

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var b = bytes[byteIndex + i];
            chars[charIndex + i] = b < 0x80 ? (char)b : (char)(Base + b);
        }

        return byteCount;
    }

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => charCount;

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => byteCount;
}
