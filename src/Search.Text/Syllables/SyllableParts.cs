namespace Search.Text;

/// <summary>A Vietnamese syllable taken apart, in lower case without its tone mark.</summary>
/// <param name="Onset">Phụ âm đầu: empty, or as written, with <c>q</c> and <c>gi</c>.</param>
/// <param name="Glide">Âm đệm: <c>o</c>, <c>u</c> or empty.</param>
/// <param name="Nucleus">Âm chính: one vowel letter, or one of iê yê ia ya uô ua ươ ưa oo.</param>
/// <param name="Coda">Âm cuối: a consonant, a closing i y o u, or empty.</param>
/// <param name="Tone">Thanh điệu.</param>
public sealed record SyllableParts(string Onset, string Glide, string Nucleus, string Coda, Tone Tone);
