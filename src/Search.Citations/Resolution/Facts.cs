using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations.Resolution;

/// <summary>What the field's rules say of numbers, places and terms.</summary>
internal sealed class Facts(Catalogue catalogue)
{
    /// <summary>Whether many issuers use the number's sign, so that its place must be known.</summary>
    public bool IsShared(Docket docket)
    {
        var organ = Sign(docket);
        return organ is not null && catalogue.IsSharedSign(organ);
    }

    /// <summary>The sign of the issuer in a number: after the slash, or first in an official letter of the State.</summary>
    public string? Sign(Docket docket)
    {
        if (docket.Style == DocketStyle.State && docket.Type is { } first && catalogue.TypesByAbbreviation(first).IsEmpty)
        {
            return first;
        }

        var organ = docket.Organ;
        var cut = organ?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return cut > 0 && catalogue.BodiesBySign(organ!).IsEmpty ? organ![..cut] : organ; // SKH-CN is one sign, UBND-VX2 a sign and a unit
    }

    /// <summary>Whether a name is that of a body, or of several, and not a run of capitals.</summary>
    public bool IsBody(string issuer) =>
        issuer.Split([", ", " và "], StringSplitOptions.TrimEntries).Any(part => !catalogue.BodiesByName(part).IsEmpty);

    /// <summary>
    /// The province of a document that a mention names: its own; else the host's, where the mention leaves to the host which body is
    /// meant ("Tỉnh ủy", "Huyện ủy" of one's own). A paper of a body with a name of its own ("Huyện ủy Định Hóa"), or of a level
    /// below the host's, may lie in any province.
    /// </summary>
    /// <param name="cited">What the mention says.</param>
    /// <param name="host">The citing document.</param>
    public string? ProvinceOf(CitedDescription cited, Document host)
    {
        if (cited.ProvinceId is not null || host.ProvinceId is null)
        {
            return cited.ProvinceId;
        }

        if (NamesAnother(cited, host))
        {
            return null;
        }

        return LevelOf(cited.Docket) is { } level && (LevelOf(host.Docket) ?? host.Level) is { } above && Below(level) > Below(above) ? null : host.ProvinceId;
    }

    /// <summary>Whether a mention names a body with a name of its own that is not the host's.</summary>
    public static bool NamesAnother(CitedDescription cited, Document host) =>
        cited.Issuer is { } issuer && EndsWithName(issuer) && !(host.Issuer is { } own && Likeness.SameBodies(issuer, own));

    /// <summary>"Đảng ủy xã Tân Thành": whether the name of a body ends with a name of a place.</summary>
    public static bool EndsWithName(string issuer)
    {
        var word = issuer.AsSpan(issuer.LastIndexOf(' ') + 1);
        return word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[^1]);
    }

    /// <summary>The level of the bodies that sign so; null where they are of several.</summary>
    private string? LevelOf(Docket? docket) =>
        docket is not null && Sign(docket) is { } sign && catalogue.BodiesBySign(sign).Select(body => body.Level).Distinct(StringComparer.Ordinal).ToList() is [var level] ? level : null;

    private static int Below(string level) => level switch
    {
        "co-so" => 2,
        "huyen" => 1,
        _ => 0,
    };

    /// <summary>The place part of a key: null for a sign of one issuer, <c>?</c> when the place is not known.</summary>
    public string? Place(Docket docket, string? provinceId) =>
        IsShared(docket) ? provinceId ?? DocumentKey.Unknown : null;

    /// <summary>Whether a central document of that day may be of that term.</summary>
    /// <param name="day">Its date; null fits any term.</param>
    /// <param name="term">The term in Roman figures; null fits any day.</param>
    /// <param name="docket">Its number where known: the Assembly counts terms of its own, which Party numbers never follow.</param>
    public bool MayBeOfTerm(DateOnly? day, string? term, Docket? docket = null)
    {
        var assembly = docket is null or { Style: DocketStyle.State or DocketStyle.StateWithYear };
        if (day is null || term is null)
        {
            return true;
        }

        foreach (var entry in catalogue.Terms)
        {
            if (string.Equals(entry.Id, term, StringComparison.Ordinal)
                && (entry.MayNumber(day.Value) || (assembly && entry.Layer == Layer.State && entry.From <= day && day <= entry.To.AddYears(1))))
            {
                return true;
            }
        }

        return catalogue.Term(term) is null;
    }

    /// <summary>Whether two days lie in one national term.</summary>
    public bool SameTerm(DateOnly a, DateOnly b) =>
        catalogue.TermsOn(a).Any(term => term.MayNumber(b));

    /// <summary>Whether a number can be of a type: the types that carry its letters, Quyết định and Quy định alike.</summary>
    public bool MayBeOfType(Docket docket, string? type)
    {
        if (type is null || docket.Type is null)
        {
            return true;
        }

        var types = catalogue.TypesByAbbreviation(docket.Type);
        return types.IsEmpty || types.Any(entry => string.Equals(entry.Id, type, StringComparison.Ordinal)) || catalogue.Type(type) is { AttachedToDecision: true };
    }

    /// <summary>The types a document may be called by: its own, and those whose letters its number bears as well.</summary>
    public IEnumerable<string> TypesOf(string? type, Docket? docket)
    {
        if (type is null)
        {
            return [];
        }

        var shared = docket?.Type is { } letters && catalogue.Type(type) is { } entry && entry.SharedAbbreviations.Contains(letters, StringComparer.Ordinal)
            ? catalogue.TypesByAbbreviation(letters)
            : [];
        return shared.Select(other => other.Id).Prepend(type).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The type a number's letters name, by the catalogue's first entry.</summary>
    public string? TypeOf(Docket docket) => catalogue.TypeOf(docket)?.Id;
}
