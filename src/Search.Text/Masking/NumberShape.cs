namespace Search.Text.Masking;

/// <summary>
/// The shapes of the Vietnamese numbering plan (mobile numbers of ten figures, until 2018 of eleven; fixed lines with the
/// area codes of 2017 and those before) and of identity numbers (twelve figures that begin with the code of a province;
/// nine until 2021, which count only after their label).
/// </summary>
/// <param name="digits">The figures.</param>
/// <param name="groups">How they are grouped.</param>
/// <param name="hasPlus">Whether a plus stands before them.</param>
/// <param name="label">What the words before them say.</param>
/// <param name="isExpected">Whether that label stands right before them or over their column: a program may have taken their 0 for
/// the beginning of a figure.</param>
/// <param name="isDotted">Whether points or dashes without blanks part all groups, which columns of a table never have.</param>
internal readonly ref struct NumberShape(ReadOnlySpan<char> digits, ReadOnlySpan<Group> groups, bool hasPlus, NumberLabel label, bool isExpected, bool isDotted)
{
    private const string PhoneKind = "phone";
    private const string IdentityKind = "identity-number";

    private readonly ReadOnlySpan<char> _digits = digits;
    private readonly ReadOnlySpan<Group> _groups = groups;
    private readonly bool _hasPlus = hasPlus;
    private readonly NumberLabel _label = label;

    /// <summary>What the figures are; null for nobody's.</summary>
    public string? Kind
    {
        get
        {
            if (!_hasPlus && IsIdentity())
            {
                return _label is NumberLabel.Other ? null : IdentityKind;
            }

            // A label belongs to the number right after it: CMND 334417206; 0918553214.
            return _label is not NumberLabel.Other && (_label is not NumberLabel.Identity || !isExpected) && IsPhone() ? PhoneKind : null;
        }
    }

    private bool IsIdentity()
    {
        if (_digits.Length == 12)
        {
            var province = (100 * (_digits[0] - '0')) + (10 * (_digits[1] - '0')) + (_digits[2] - '0');
            return province is >= 1 and <= 96 && (_label == NumberLabel.Identity || AreEven());
        }

        if (_digits.Length == 11 && isExpected && _label == NumberLabel.Identity)
        {
            return _digits[0] != '0' && _groups.Length == 1;
        }

        return _digits.Length == 9 && _label == NumberLabel.Identity && (_groups.Length == 1 || AreEven() || (isExpected && _groups.Length <= 3));
    }

    /// <summary>One group, or groups of three, or of four.</summary>
    private bool AreEven()
    {
        foreach (var group in _groups)
        {
            if (group.Length != _groups[0].Length)
            {
                return false;
            }
        }

        return _groups[0].Length is 12 or 3 or 4 || _groups.Length == 1;
    }

    private bool IsPhone()
    {
        var national = _digits;
        var prefix = 0;
        if (_digits.StartsWith("0084"))
        {
            prefix = 4;
        }
        else if (_digits.StartsWith("84") && (_hasPlus || _groups[0].Length == _digits.Length || (_groups[0].Length == 2 && !ArePairs())))
        {
            prefix = 2;
        }
        else if (_hasPlus || _digits[0] != '0')
        {
            return isExpected && !_hasPlus && _label == NumberLabel.Phone && (IsMobile(_digits) || IsFixed(_digits));
        }

        national = _digits[prefix..];
        if (prefix > 0)
        {
            // +84 (0) 912 345 678
            national = national.StartsWith("0") ? national[1..] : national;
            return IsMobile(national) || IsFixed(national) || IsOldMobile(national);
        }

        // A lone 0 is a decimal or a cell, pairs of figures are a table unless something says otherwise.
        var first = _groups[0].Length;
        if (_label != NumberLabel.Phone && ((first == 1 && !IsZeroApart()) || (first == 2 && _groups.Length > 1 && !IsOldFixed() && !AreLong() && !(isDotted && _groups.Length == 5))))
        {
            return false;
        }

        if (IsTariff() || IsDecimal() || (first == 1 && isDotted && !IsZeroApart()))
        {
            return false;
        }

        national = national[1..];
        return IsMobile(national) || IsFixed(national) || IsOldMobile(national) || IsOldFixed() || IsMilitary(national);
    }

    /// <summary>A 0 and three groups of three (0.903.341.178): amounts begin with no 0, decimals have one point.</summary>
    private bool IsZeroApart() => isDotted && _groups.Length == 4 && _groups[0].Length == 1 && _groups[1].Length == 3 && _groups[2].Length == 3;

    /// <summary>Seven figures or more before a point are measured (0382944.170), not dialed.</summary>
    private bool IsDecimal() => isDotted && _groups.Length == 2 && _groups[0].Length >= 7 && _label != NumberLabel.Phone;

    /// <summary>Codes of the customs tariff are grouped like some numbers (0902.30.00.00) and end in round pairs.</summary>
    private bool IsTariff() => _groups.Length == 4 && _groups[0].Length == 4 && ArePairs() && _label != NumberLabel.Phone
        && _digits[^1] == '0' && _digits[^3] == '0';

    /// <summary>Whether all groups but the first have two figures.</summary>
    private bool ArePairs()
    {
        foreach (var group in _groups[1..])
        {
            if (group.Length != 2)
            {
                return false;
            }
        }

        return _groups.Length > 1;
    }

    /// <summary>Whether all groups but the first have three figures and more.</summary>
    private bool AreLong()
    {
        foreach (var group in _groups[1..])
        {
            if (group.Length < 3)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the figures may be a number without its area: six to eight, which count only right after their label.</summary>
    public bool IsLocal => _digits.Length is >= 6 and <= 8 && _digits[0] is >= '2' and <= '9' && !_hasPlus && AreLocalGroups();

    private bool AreLocalGroups()
    {
        if (_groups.Length == 3 && _groups[0].Length == 1 && _groups[1].Length == 3 && _groups[2].Length == 3)
        {
            return true; // 3.852.790
        }

        foreach (var group in _groups)
        {
            if (group.Length < 2 || (group.Length == 2 && _groups.Length < 3))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Nine figures after the 0.</summary>
    private static bool IsMobile(ReadOnlySpan<char> national) => national.Length == 9 && (national[0], national[1]) switch
    {
        ('3', >= '2') or ('5', '2' or '5' or '6' or '8' or '9') or ('7', '0' or >= '6') or ('8', >= '1') or ('9', _) => true,
        _ => false,
    };

    /// <summary>Fixed lines since 2017: 2, two or three figures of the area, ten in all.</summary>
    private static bool IsFixed(ReadOnlySpan<char> national) => national.Length == 10 && national[0] == '2';

    /// <summary>Lines of the forces behind 069, which may be written in one after their label.</summary>
    private bool IsMilitary(ReadOnlySpan<char> national) => _label == NumberLabel.Phone && national.StartsWith("69") && national.Length is 8 or 9;

    /// <summary>Mobile numbers before September 2018: ten figures after the 0.</summary>
    private static bool IsOldMobile(ReadOnlySpan<char> national) => national.Length == 10 && national[0] == '1' && (national[1], national[2]) switch
    {
        ('2', _) or ('6', >= '2') or ('8', '6' or '8') or ('9', '9') => true,
        _ => false,
    };

    /// <summary>Fixed lines before 2017: an area of one to three figures, parted from six to eight others that are not in pairs.</summary>
    private bool IsOldFixed()
    {
        if (_groups.Length is < 2 or > 4 || _groups[0].Length is < 2 or > 4 || _digits[1] is '0' or '1')
        {
            return false;
        }

        var rest = _digits.Length - _groups[0].Length;
        return AreLong() && rest is >= 6 and <= 8 && _digits.Length is >= 9 and <= 11 && _digits[_groups[0].Length] is >= '2' and <= '8';
    }
}
