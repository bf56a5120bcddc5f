using Search.Citations.Lookup;
using Search.Citations.Resolution;
using Search.Citations.Scanning;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations;

/// <summary>
/// Reads a citation as people type it, with or without accents, in any letter case, and says which documents it can
/// mean: <c>Chỉ thị 04</c>, <c>chi thi 04</c>, <c>CT 04</c>, <c>số 04-CT/TW</c>, <c>04-ct/tw</c>, a document key, a
/// nickname, a title. Never throws on any text.
/// </summary>
public sealed class CitationLookup
{
    private const string NoneKnown = "Không có văn bản nào như vậy trong kho và danh mục.";
    private const int MaxLength = 512;
    private const int MaxCandidates = 50;
    private readonly Catalogue _catalogue;
    private readonly IDocumentRegistry _registry;
    private readonly LookupReader _reader;
    private readonly Lexicon _lexicon;
    private readonly Facts _facts;
    private readonly Dictionary<string, List<AliasEntry>> _aliases = new(StringComparer.Ordinal);

    /// <summary>A look-up over a registry.</summary>
    public CitationLookup(Catalogue catalogue, IDocumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(registry);
        _catalogue = catalogue;
        _registry = registry;
        _facts = new Facts(catalogue);
        _lexicon = LexiconCache.Of(catalogue);
        _reader = new LookupReader(_lexicon);
        foreach (var alias in catalogue.Aliases)
        {
            foreach (var name in alias.Variants.Prepend(alias.Name))
            {
                var key = Likeness.Words(name);
                if (!_aliases.TryGetValue(key, out var list))
                {
                    _aliases[key] = list = [];
                }

                list.Add(alias);
            }
        }
    }

    /// <summary>Looks up one citation.</summary>
    public LookupAnswer Lookup(string? freeText)
    {
        if (string.IsNullOrWhiteSpace(freeText))
        {
            return new LookupAnswer(400, null, [], "Chưa nhập trích dẫn.", "The citation is empty.");
        }

        if (freeText.Length > MaxLength)
        {
            return new LookupAnswer(400, null, [], "Trích dẫn dài quá 512 ký tự.", "The citation is longer than 512 characters.");
        }

        var text = VietnameseNormalizer.NormalizeText(freeText).Trim();
        if (IsKey(text, out var key))
        {
            return _registry.Find(key) is { } known
                ? Answer(key.Value, [known])
                : Answer(key.Value, []);
        }

        var query = _reader.Read(text);
        var found = new List<KnownDocument>();
        var numbered = NumberSearch.Find(_registry, query, _lexicon);
        AddNicknames(text, query, found);
        if (query.Docket is not null)
        {
            found.AddRange(numbered.Where(document => Fits(query, document)));
        }
        else if (query is { Type: { } type, Sequence: { } sequence })
        {
            found.AddRange(TypesLike(type).SelectMany(id => _registry.FindBySequence(id, sequence)).Where(document => Fits(query, document)));
        }
        else if (query is { Type: null, Sequence: { } figures, Year: not null })
        {
            // "172/2025" bears its year; the type is left to whoever asks.
            found.AddRange(OfAnyType(figures).Where(document => IsOfYear(document.Docket, query.Year.Value)));
            query = query with { IsRespelled = true };
        }
        else if (query is { Type: null, Sequence: { } bare, Title: { } about }
            && OfAnyType(bare).Where(document => Fits(query, document) && LinkEvidence.CompareSubjects(about, document.Title) == Agreement.Agree).ToList() is { Count: > 0 } subjects)
        {
            // "37 về những điều đảng viên không được làm": the subject tells the type.
            found.AddRange(subjects);
            query = query with { IsRespelled = true };
        }
        else if (query.Sequence is not null && query.Type is null && found.Count == 0)
        {
            return new LookupAnswer(400, null, [], "Chỉ có con số, chưa rõ loại văn bản.", "A number alone, without the type of document.");
        }

        if (found.Count == 0 && query is { Docket: null, Sequence: null, Title: { } title })
        {
            AddTitled(query, title, found);
        }

        if (query.IsEmpty && found.Count == 0)
        {
            return new LookupAnswer(400, null, [], "Không nhận ra trích dẫn văn bản nào.", "No citation was recognized.");
        }

        found = OfSubject(query, [.. found.DistinctBy(document => document.Key)]);
        if (found is [var only] && LinkEvidence.CompareSubjects(query.Subject, only.Title) == Agreement.Contradict)
        {
            return new LookupAnswer(300, Canonical(query, text), [only],
                $"Trùng số nhưng khác nội dung: {only.Key.Number} nói về việc khác; số có thể lặp lại.", "The number is that of a document about something else; numbers can occur twice.");
        }

        if (found.Count == 0 && query.Docket is { } unfit && numbered.Count > 0)
        {
            var keys = string.Join(", ", numbered.Where(document => document.Status != DocumentStatus.Known || !_facts.IsShared(unfit)).Select(document => document.Key.Value).Order(StringComparer.Ordinal).Take(5));
            return new LookupAnswer(404, Canonical(query, text), [],
                keys.Length == 0 ? NoneKnown : $"Không có văn bản nào như vậy; văn bản mang số này đã biết có ngày, cơ quan hoặc loại khác: {keys}.",
                "No such document is known; those of this number have another date, issuer or type.");
        }

        var respelled = query.IsRespelled || (query.Docket is { } typed && found.Exists(document => document.Docket is { } other && !other.Equals(typed)));
        return Answer(Canonical(query, text), found, respelled);
    }

    /// <summary>Of several documents of one number those that the subject after the number is about; all where it tells nothing, or
    /// only a doubtful one agrees.</summary>
    private static List<KnownDocument> OfSubject(LookupQuery query, List<KnownDocument> found)
    {
        var agreeing = found.FindAll(document => LinkEvidence.CompareSubjects(query.Subject, document.Title) == Agreement.Agree);
        return agreeing.Exists(document => !document.IsDoubtful) ? agreeing : found;
    }

    /// <summary>The documents of a running number, whatever their type.</summary>
    private IEnumerable<KnownDocument> OfAnyType(string sequence) => _catalogue.Types.SelectMany(type => _registry.FindBySequence(type.Id, sequence));

    private static bool IsKey(string text, out DocumentKey key) =>
        DocumentKey.TryParse(text, out key!) && !text.Contains(' ', StringComparison.Ordinal);

    private static LookupAnswer Answer(string canonical, List<KnownDocument> found, bool respelled = false)
    {
        var distinct = found.DistinctBy(document => document.Key)
            .OrderBy(document => document.Status switch { DocumentStatus.Present => 0, DocumentStatus.Abstract => 1, DocumentStatus.Stub => 2, _ => 3 })
            .ThenByDescending(document => document.Date ?? DateOnly.MinValue)
            .ThenBy(document => document.Key)
            .Take(MaxCandidates).ToList();
        return distinct.Count switch
        {
            0 => new LookupAnswer(404, canonical, [], NoneKnown, "No such document is known."),
            _ when respelled => new LookupAnswer(300, canonical, distinct, $"Số, ký hiệu viết khác lệ thường; có thể là {string.Join(", ", distinct.Select(document => document.Docket?.Canonical ?? document.Key.Value).Distinct(StringComparer.Ordinal))}.", "The number is not written as numbers are; it may mean these documents."),
            1 when distinct[0].IsDoubtful => new LookupAnswer(300, canonical, distinct, "Chỉ một nguồn cho biết có văn bản này.", "Only one source says that this document exists."),
            1 => new LookupAnswer(200, canonical, distinct, "Một văn bản.", "One document."),
            _ => new LookupAnswer(300, canonical, distinct, "Nhiều văn bản có thể là văn bản này.", "Several documents fit."),
        };
    }

    /// <summary>Types that share their letters (Quyết định and Quy định) share people's names for them.</summary>
    private List<string> TypesLike(string type) =>
        [.. (_catalogue.Type(type)?.SharedAbbreviations ?? []).SelectMany(letters => _catalogue.TypesByAbbreviation(letters)).Select(other => other.Id).Prepend(type).Distinct(StringComparer.Ordinal)];

    private bool Fits(LookupQuery query, KnownDocument document) =>
        // A provincial paper of the register alone is not what a number without a place means.
        !(document.Status == DocumentStatus.Known && document.Docket is { } number && _facts.IsShared(number) && query.ProvinceId is null && query.Docket is null)
        && (query.Date is null || document.Date is null || query.Date == document.Date)
        && (query.Year is null || IsOfYear(document.Docket, query.Year.Value) || (document.Date is { } date ? date.Year == query.Year : document.Docket?.Year is null))
        && _facts.MayBeOfTerm(document.Date, query.Term, document.Docket)
        && (query.Term is null || document.Term is null || string.Equals(query.Term, document.Term, StringComparison.Ordinal) || document.ProvinceId is not null)
        && (query.ProvinceId is null || string.Equals(query.ProvinceId, document.ProvinceId, StringComparison.Ordinal))
        && (query.Issuer is null || Likeness.Issuers(query.Issuer, document.Issuer))
        && (query.Docket is null || query.Type is null || document.Type is null || TypesLike(query.Type).Contains(document.Type, StringComparer.Ordinal) || _facts.MayBeOfType(query.Docket, query.Type));

    private static bool IsOfYear(Docket? docket, int year) =>
        string.Equals(docket?.Year, year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private void AddNicknames(string text, LookupQuery query, List<KnownDocument> found)
    {
        var name = Likeness.Words(text);
        if (!_aliases.TryGetValue(name, out var aliases) && !_aliases.TryGetValue(InFull(name), out aliases))
        {
            return;
        }

        foreach (var target in aliases.SelectMany(alias => alias.Targets))
        {
            if (DocumentKey.TryParse(RegisterOfKnownDocuments.KeyOf(_catalogue, target), out var key) && _registry.Find(key) is { IsDoubtful: false } known && Fits(query, known))
            {
                found.Add(known);
            }
        }
    }

    /// <summary>"NQ TW 4 khóa XII": the names of type and committee for their letters.</summary>
    private string InFull(string name)
    {
        var words = name.Split(' ');
        var letters = _lexicon.Signs.CanonicalType(words[0].ToUpperInvariant());
        words[0] = _catalogue.TypesByAbbreviation(letters) is [var type, ..] ? Likeness.Words(type.Name) : words[0];
        return string.Join(' ', words.Select(word => string.Equals(word, "tw", StringComparison.Ordinal) ? "trung uong" : word));
    }

    private void AddTitled(LookupQuery query, string title, List<KnownDocument> found)
    {
        IEnumerable<string> types = query.Type is { } type ? TypesLike(type) : _catalogue.Types.Select(entry => entry.Id);
        var scored = types.SelectMany(id => _registry.FindByTitle(id, title, 10))
            .Where(document => Fits(query, document))
            .Select(document => (Document: document, Score: IsNamed(document, title) ? 1 : Likeness.Titles(title, document.Title)))
            .Where(pair => pair.Score >= 0.75)
            .OrderByDescending(pair => pair.Score).ToList();
        if (scored.Count > 0)
        {
            found.AddRange(scored.Where(pair => pair.Score >= scored[0].Score - 0.1).Take(10).Select(pair => pair.Document));
        }
    }

    // "Luật Nhà ở": two words are a whole name, though they tell little of a title.
    private bool IsNamed(KnownDocument document, string title)
    {
        var type = document.Type is { } id && _catalogue.Type(id) is { } entry ? Likeness.Words(entry.Name) + " " : "";
        var name = Likeness.Words(document.Title ?? "");
        name = type.Length > 1 && name.StartsWith(type, StringComparison.Ordinal) ? name[type.Length..] : name;
        return string.Equals(name, Likeness.Words(title), StringComparison.Ordinal);
    }

    private string Canonical(LookupQuery query, string text)
    {
        if (query.Docket is { } docket)
        {
            return docket.Canonical;
        }

        if (query.Type is { } type && _catalogue.Type(type) is { } entry)
        {
            var name = query.Sequence is { } sequence ? $"{entry.Name} {sequence}" : entry.Name;
            if (query is { Sequence: not null, Year: { } year, Docket: null } && entry.Kind == TypeKind.Normative)
            {
                return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}/{year}");
            }

            if (query.Sequence is not null)
            {
                return query.Issuer is null ? name : $"{name} của {query.Issuer}";
            }
        }

        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
