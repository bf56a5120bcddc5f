using System.Globalization;

namespace Search.Documents.Catalogues;

/// <summary>What must hold between entries. Every check yields the problems it finds, in the order of the file.</summary>
internal static class CatalogueChecks
{
    public static CatalogueProblem? FirstProblem(Catalogue catalogue) => Problems(catalogue).FirstOrDefault();

    private static IEnumerable<CatalogueProblem> Problems(Catalogue c) =>
    [
        .. Ids("types.json", c.Types.Select(e => e.Id)),
        .. Ids("bodies.json", c.Bodies.Select(e => e.Id)),
        .. Ids("provinces.json", c.Provinces.Select(e => e.Id)),
        .. Ids("relations.json", c.Relations.Select(e => e.Id)),
        .. Ids("terms.json", c.Terms.Select(e => $"{e.Layer} {e.Id}"), kebab: false),
        .. Ids("register.json", c.Register.Select(e => e.Key), kebab: false),
        .. Ids("aliases.json", c.Aliases.Select(e => $"{e.Name} → {string.Join(", ", e.Targets)}"), kebab: false),
        .. Ids("letterhead.json", c.Fields.Select(e => e.Id)),
        .. Ids("letterhead-words.json", c.LetterheadLists.Select(e => e.Id)),
        .. Ids("grammar.json", c.GrammarLists.Select(e => e.Id)),
        .. Ids("query-words.json", c.QueryWords.Select(e => e.Word), kebab: false),
        .. Ids("secrecy.json", c.Secrecy.Select(e => e.Id)),
        .. SecrecyLevels(c),
        .. Confidences(c),
        .. TypeAbbreviations(c, Layer.Party),
        .. TypeAbbreviations(c, Layer.State),
        .. BodySigns(c),
        .. Periods(c),
        .. References(c),
        .. Precedences(c),
    ];

    private static IEnumerable<CatalogueProblem> Ids(string file, IEnumerable<string> ids, bool kebab = true)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (!seen.Add(id))
            {
                yield return new(file, $"'{id}'", "stands there twice");
            }

            if (kebab && !IsKebab(id))
            {
                yield return new(file, $"'{id}'", "the id must be a-z, 0-9 and single hyphens");
            }
        }
    }

    private static bool IsKebab(string id) =>
        id.Split('-').All(part => part.Length > 0 && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));

    /// <summary>A catalogue without a mark would let every secret paper in.</summary>
    private static IEnumerable<CatalogueProblem> SecrecyLevels(Catalogue c)
    {
        if (!c.Secrecy.Any(e => e.Kind == SecrecyWordKind.Level))
        {
            yield return new("secrecy.json", null, "must hold a level");
        }

        foreach (var entry in c.Secrecy.Where(e => e.Words.Count == 0 || e.Words.Any(string.IsNullOrWhiteSpace)))
        {
            yield return new("secrecy.json", $"'{entry.Id}'", "must have words, none of them blank");
        }
    }

    private static IEnumerable<CatalogueProblem> Confidences(Catalogue c)
    {
        IEnumerable<(string File, string Id, double Confidence)> all =
        [
            .. c.Types.Select(e => ("types.json", e.Id, e.Confidence)),
            .. c.Bodies.Select(e => ("bodies.json", e.Id, e.Confidence)),
            .. c.Provinces.Select(e => ("provinces.json", e.Id, e.Confidence)),
            .. c.Terms.Select(e => ("terms.json", e.Id, e.Confidence)),
            .. c.Relations.Select(e => ("relations.json", e.Id, e.Confidence)),
            .. c.Register.Select(e => ("register.json", e.Key, e.Confidence)),
            .. c.Aliases.Select(e => ("aliases.json", e.Name, e.Confidence)),
            .. c.QueryWords.Select(e => ("query-words.json", e.Word, e.Confidence)),
        ];
        return all.Where(e => e.Confidence is not (> 0 and <= 1))
            .Select(e => new CatalogueProblem(e.File, $"'{e.Id}'", "the confidence must be above 0 and at most 1"));
    }

    private static IEnumerable<CatalogueProblem> TypeAbbreviations(Catalogue c, Layer layer)
    {
        var owners = c.Types
            .SelectMany(type => type.AbbreviationsIn(layer).Select(sign => (Sign: CatalogueKeys.Sign(sign), Text: sign, Type: type)))
            .GroupBy(pair => pair.Sign, StringComparer.Ordinal);
        foreach (var owner in owners.Where(group => group.Count() > 1))
        {
            foreach (var (_, text, type) in owner)
            {
                if (type.SharedAbbreviations.Contains(text, StringComparer.Ordinal))
                {
                    continue;
                }

                var others = string.Join(", ", owner.Where(o => o.Type != type).Select(o => o.Type.Id));
                yield return new("types.json", $"'{type.Id}'", $"the abbreviation '{text}' also belongs to {others}; list it in sharedAbbreviations of each if that is so");
            }
        }
    }

    private static IEnumerable<CatalogueProblem> BodySigns(Catalogue c)
    {
        var owners = c.Bodies
            .SelectMany(body => new[] { body.Abbreviation, body.Organ }.Concat(body.Variants).OfType<string>()
                .Select(CatalogueKeys.Sign).Distinct(StringComparer.Ordinal).Select(sign => (Sign: sign, Body: body)))
            .GroupBy(pair => pair.Sign, StringComparer.Ordinal);
        foreach (var owner in owners.Where(group => group.Count() > 1))
        {
            foreach (var (sign, body) in owner.Where(pair => !pair.Body.Shared && !pair.Body.Ambiguous))
            {
                var others = string.Join(", ", owner.Where(o => o.Body != body).Select(o => o.Body.Id));
                yield return new("bodies.json", $"'{body.Id}'", $"the sign '{sign}' also belongs to {others}; mark each shared or ambiguous if that is so");
            }
        }
    }

    private static IEnumerable<CatalogueProblem> Periods(Catalogue c)
    {
        IEnumerable<(string File, string Id, DateOnly? From, DateOnly? To)> all =
        [
            .. c.Bodies.Select(e => ("bodies.json", e.Id, e.ValidFrom, e.ValidTo)),
            .. c.Provinces.Select(e => ("provinces.json", e.Id, e.ValidFrom, e.ValidTo)),
            .. c.Aliases.Select(e => ("aliases.json", e.Name, e.ValidFrom, e.ValidTo)),
            .. c.Terms.Select(e => ("terms.json", e.Id, (DateOnly?)e.From, (DateOnly?)e.To)),
            .. c.Terms.Select(e => ("terms.json", e.Id, e.NumberingFrom, e.NumberingTo)),
        ];
        return all.Where(e => e.From > e.To)
            .Select(e => new CatalogueProblem(e.File, $"'{e.Id}'", string.Create(CultureInfo.InvariantCulture, $"ends ({e.To:yyyy-MM-dd}) before it begins ({e.From:yyyy-MM-dd})")));
    }

    private static IEnumerable<CatalogueProblem> References(Catalogue c)
    {
        foreach (var body in c.Bodies.Where(e => e.Successor is not null && c.Body(e.Successor) is null))
        {
            yield return new("bodies.json", $"'{body.Id}'", $"the successor '{body.Successor}' is no body");
        }

        foreach (var body in c.Bodies)
        {
            foreach (var id in body.UntypedTypes.Where(id => c.Type(id) is null))
            {
                yield return new("bodies.json", $"'{body.Id}'", $"'{id}' is no document type");
            }
        }

        foreach (var province in c.Provinces)
        {
            foreach (var id in province.Successors.Concat(province.MergedFrom).Where(id => c.Province(id) is null))
            {
                yield return new("provinces.json", $"'{province.Id}'", $"'{id}' is no province");
            }
        }

        foreach (var known in c.Register)
        {
            if (c.Type(known.Type) is null)
            {
                yield return new("register.json", $"'{known.Key}'", $"'{known.Type}' is no document type");
            }

            if (known.Province is not null && c.Province(known.Province) is null)
            {
                yield return new("register.json", $"'{known.Key}'", $"'{known.Province}' is no province");
            }

            if (known.ReplacedBy is not null && c.Known(known.ReplacedBy) is null)
            {
                yield return new("register.json", $"'{known.Key}'", $"is replaced by '{known.ReplacedBy}', which is not in the register");
            }

            if (known.Term is not null && c.Term(known.Term) is null)
            {
                yield return new("register.json", $"'{known.Key}'", $"'{known.Term}' is no term of the Party");
            }
        }

        foreach (var alias in c.Aliases)
        {
            if (alias.Targets.Count == 0)
            {
                yield return new("aliases.json", $"'{alias.Name}'", "has no target");
            }

            foreach (var target in alias.Targets.Where(key => c.Known(key) is null))
            {
                yield return new("aliases.json", $"'{alias.Name}'", $"the target '{target}' is not in the register");
            }
        }
    }

    private static IEnumerable<CatalogueProblem> Precedences(Catalogue c) =>
        c.Relations.GroupBy(e => e.Precedence).Where(group => group.Count() > 1).SelectMany(group => group.Skip(1))
            .Select(e => new CatalogueProblem("relations.json", $"'{e.Id}'", $"shares the precedence {e.Precedence} with another relation"));
}
