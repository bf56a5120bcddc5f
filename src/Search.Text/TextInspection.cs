using System.Diagnostics.CodeAnalysis;

namespace Search.Text;

/// <summary>Everything the library says about one file: decoded, normalized, repaired, masked.</summary>
/// <param name="Encoding">The encoding that was read.</param>
/// <param name="Confidence">How sure the encoding is, from 0 to 1.</param>
/// <param name="Source">The decoded text.</param>
/// <param name="Normalized">The canonical text; line breaks stay.</param>
/// <param name="Repairs">Proposed readings, with source spans.</param>
/// <param name="Masked">Personal data, with source spans.</param>
public sealed record TextInspection(
    string Encoding,
    double Confidence,
    string Source,
    string Normalized,
    IReadOnlyList<TextRepair> Repairs,
    IReadOnlyList<MaskedSpan> Masked)
{
    /// <summary>Inspects the bytes of a file.</summary>
    /// <exception cref="TextDecodingException">The bytes are no text in any known encoding.</exception>
    public static TextInspection Inspect(ReadOnlySpan<byte> bytes) =>
        TryInspect(bytes, out var inspection, out var error) ? inspection : throw new TextDecodingException(error);

    /// <summary>Inspects the bytes of a file; says where they are unreadable instead of throwing.</summary>
    public static bool TryInspect(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out TextInspection? inspection,
        [NotNullWhen(false)] out DecodeError? error)
    {
        inspection = null;
        if (!TextDecoder.TryDecode(bytes, out var decoded, out error))
        {
            return false;
        }

        inspection = Of(decoded.Text, decoded.Encoding, decoded.Confidence);
        return true;
    }

    /// <summary>Inspects a text that is decoded already.</summary>
    /// <param name="source">The text.</param>
    /// <param name="encoding">Name of what it was read from.</param>
    /// <param name="confidence">How sure that is, from 0 to 1.</param>
    public static TextInspection Of(string source, string encoding, double confidence = 1)
    {
        var normalized = VietnameseNormalizer.Normalize(source);
        return new TextInspection(
            encoding, confidence, source, normalized.Text, OcrRepairer.FindRepairs(normalized), PersonalData.Find(source));
    }
}
