namespace Search.Citations.Scanning;

/// <summary>An issuer found in the text.</summary>
/// <param name="Name">In canonical spelling; as written when the catalogue does not know it.</param>
/// <param name="Organ">Its sign in numbers, where the catalogue gives one.</param>
/// <param name="ProvinceId">The province it names.</param>
/// <param name="IsKnown">Whether the catalogue knows the body.</param>
/// <param name="End">One past its last token.</param>
internal sealed record IssuerHit(string Name, string? Organ, string? ProvinceId, bool IsKnown, int End);
