using System.Globalization;

namespace Search.Ingestion.Running;

/// <summary>A SHA-256, in a quarter of the room of its letters.</summary>
internal readonly record struct ContentHash(UInt128 High, UInt128 Low)
{
    /// <summary>The hash of 64 hexadecimal digits; all zero where there are none, as of what could not be read.</summary>
    public static ContentHash Of(string sha256) => sha256.Length != 64
        ? default
        : new ContentHash(
            UInt128.Parse(sha256.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            UInt128.Parse(sha256.AsSpan(32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    /// <summary>Its 64 hexadecimal digits.</summary>
    public override string ToString() => $"{High.ToString("x32", CultureInfo.InvariantCulture)}{Low.ToString("x32", CultureInfo.InvariantCulture)}";
}
