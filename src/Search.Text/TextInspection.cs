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

        var normalised = VietnameseNormalizer.Normalize(decoded.Text);
        inspection = new TextInspection(
            decoded.Encoding,
            decoded.Confidence,
            decoded.Text,
            normalised.Text,
            OcrRepairer.FindRepairs(normalised),
            PersonalData.Find(decoded.Text));
        return true;
    }
}
