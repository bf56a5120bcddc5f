using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Documents;

namespace Search.Store.Sqlite;

/// <summary>How values lie in columns: days as ISO text, instants as UTC ticks, keys as they print.</summary>
internal static class StoreValues
{
    /// <summary>Source texts are UTF-8; a lone surrogate is refused, for it would not come back as it went in.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    public static DocumentStatus Status(long status, bool isAbstract = false) =>
        status != 1 ? DocumentStatus.Stub : isAbstract ? DocumentStatus.Abstract : DocumentStatus.Present;

    public static DocumentKey Key(string text) => DocumentKey.TryParse(text, out var key)
        ? key
        : throw new StoreDamagedException($"Mã văn bản '{text}' trong kho bị hỏng. (A stored key is damaged.)");

    public static byte[] Bytes(string text) => Utf8.GetBytes(text);

    public static string Text(byte[] bytes) => Utf8.GetString(bytes);

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Sha256(string text) => Sha256(Bytes(text));
}
