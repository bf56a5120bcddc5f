namespace Search.Text;

/// <summary>The Vietnamese encodings used before Unicode.</summary>
public enum LegacyEncoding
{
    /// <summary>TCVN3, the code of the ABC fonts (.VnTime): one byte a letter; most capitals share the code of the small letter.</summary>
    Tcvn3,

    /// <summary>VNI Windows: a base letter followed by one byte for its marks.</summary>
    Vni,

    /// <summary>VPS: one byte a letter.</summary>
    Vps,

    /// <summary>VISCII (RFC 1456): one byte a letter, six of them control codes.</summary>
    Viscii,

    /// <summary>Windows code page 1258: letters with shape marks, followed by a combining tone.</summary>
    Cp1258,

    /// <summary>VIQR (RFC 1456): plain ASCII, marks written after the letter (Vie^.t).</summary>
    Viqr,
}
