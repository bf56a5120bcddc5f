namespace Search.Text.Legacy;

/// <summary>
/// The one-byte encodings as facts: the letters of bytes 0x80–0xFF, a middle dot where a byte is no letter. Capitals
/// that share a code with their small letter are distinguished by <see cref="SharedCase"/>.
/// </summary>
internal static class LegacyTables
{
    private const char Undefined = '·';

    /// <summary>TCVN3 as the ABC fonts draw it.</summary>
    private const string Tcvn3 =
        "································" +
        "·ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·" +
        "······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò" +
        "·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ·";

    /// <summary>VISCII, RFC 1456.</summary>
    private const string Viscii =
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ" +
        "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ" +
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư" +
        "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

    /// <summary>VPS.</summary>
    private const string Vps =
        "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ··ỀỂỄỐỒỔỖýỷỵỚỜỞ" +
        "·ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự" +
        "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ·" +
        "àáâãảạă·èéêẽìí·ĩẴĐòóôõ·Ơụùúủ·ỶẼỳ";

    /// <summary>Control codes that stand for letters: the code, then the letter.</summary>
    private const string VisciiControls = "\u0002Ẳ\u0005Ẵ\u0006Ẫ\u0014Ỷ\u0019Ỹ\u001EỴ";

    private const string VpsControls =
        "\u0002Ạ\u0003Ậ\u0004Ặ\u0005Ẹ\u0006Ệ\u0010Ị\u0011Ọ\u0012Ộ\u0013Ợ\u0014Ụ\u0015Ự\u0019Ỵ\u001CẪ\u001DỮ";

    /// <summary>Code page 1258 differs from Latin-1 in these bytes: the byte, then the letter.</summary>
    private const string Cp1258 = "\u00C3Ă\u00E3ă\u00D0Đ\u00F0đ\u00D5Ơ\u00F5ơ\u00DDƯ\u00FDư";

    internal static char LetterOf(LegacyEncoding encoding, char unit)
    {
        var table = encoding switch
        {
            LegacyEncoding.Tcvn3 => Tcvn3,
            LegacyEncoding.Viscii => Viscii,
            _ => Vps,
        };
        if (unit is >= '\u0080' and <= '\u00FF')
        {
            return table[unit - 0x80] is var letter and not Undefined ? letter : '\0';
        }

        return unit < ' ' && encoding != LegacyEncoding.Tcvn3
            ? After(encoding == LegacyEncoding.Viscii ? VisciiControls : VpsControls, unit)
            : '\0';
    }

    /// <summary>The letter of a byte of code page 1258 without its tone; 0 when the byte is no letter beyond ASCII.</summary>
    internal static char Cp1258LetterOf(char unit)
    {
        if (After(Cp1258, unit) is var letter and not '\0')
        {
            return letter;
        }

        return unit is >= '\u00C0' and <= '\u00FF' && char.IsLetter(unit) && Cp1258MarkOf(unit) == '\0' ? unit : '\0';
    }

    /// <summary>The combining mark of a byte of code page 1258, or 0.</summary>
    internal static char Cp1258MarkOf(char unit) => unit switch
    {
        '\u00CC' => '\u0300',
        '\u00EC' => '\u0301',
        '\u00D2' => '\u0309',
        '\u00DE' => '\u0303',
        '\u00F2' => '\u0323',
        _ => '\0',
    };

    private static char After(string pairs, char unit)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == unit)
            {
                return pairs[i + 1];
            }
        }

        return '\0';
    }
}
