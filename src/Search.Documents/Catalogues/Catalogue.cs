using System.Collections.Immutable;

namespace Search.Documents.Catalogues;

/// <summary>
/// The names of the field as data: document types, issuing bodies, provinces, terms, relations, known
/// documents and their nicknames. A pattern finds the shape of a number; the catalogue gives its meaning.
/// Immutable and safe for any number of threads; all lookups are constant time.
/// </summary>
/// <remarks>
/// Lookups by name ignore letter case, white space and the place of the tone mark ("khoá" is "khóa"), lookups
/// by sign ignore letter case and read the Icelandic Ð as Đ. Nothing is folded further: accents count.
/// Several entries can share a name or a sign; they come in the order of the file, official ones first.
/// </remarks>
public sealed class Catalogue
{
    private static string? s_directory;
    private static readonly Lazy<Catalogue> Chosen = new(() => s_directory is { } folder ? LoadOver(folder) : new Catalogue(CatalogueFiles.Embedded()));

    private readonly CatalogueIndex<TypeEntry> _typesById;
    private readonly CatalogueIndex<TypeEntry> _typesByAbbreviation;
    private readonly CatalogueIndex<TypeEntry> _typesByName;
    private readonly CatalogueIndex<BodyEntry> _bodiesById;
    private readonly CatalogueIndex<BodyEntry> _bodiesBySign;
    private readonly CatalogueIndex<BodyEntry> _bodiesByName;
    private readonly CatalogueIndex<ProvinceEntry> _provincesById;
    private readonly CatalogueIndex<ProvinceEntry> _provincesByName;
    private readonly CatalogueIndex<ProvinceEntry> _provincesByPlace;
    private readonly CatalogueIndex<TermEntry> _terms;
    private readonly CatalogueIndex<RelationEntry> _relations;
    private readonly CatalogueIndex<RegisterEntry> _knownByKey;
    private readonly CatalogueIndex<AliasEntry> _aliases;
    private readonly CatalogueIndex<GrammarEntry> _grammar;
    private readonly CatalogueIndex<GrammarEntry> _letterhead;

    private Catalogue(CatalogueFiles files)
    {
        Types = files.Read<TypeEntry>("types.json");
        Bodies = files.Read<BodyEntry>("bodies.json");
        Provinces = files.Read<ProvinceEntry>("provinces.json");
        Terms = files.Read<TermEntry>("terms.json");
        Relations = files.Read<RelationEntry>("relations.json");
        Register = files.Read<RegisterEntry>("register.json");
        Aliases = files.Read<AliasEntry>("aliases.json");
        QueryWords = files.Read<QueryWordEntry>("query-words.json");
        GrammarLists = files.Read<GrammarEntry>("grammar.json");
        Secrecy = files.Read<SecrecyEntry>("secrecy.json");
        Fields = files.Read<FieldEntry>("letterhead.json");
        LetterheadLists = files.Read<GrammarEntry>("letterhead-words.json");

        _typesById = new(Types, e => [e.Id], id => id);
        _typesByAbbreviation = new(Types, e => e.AbbreviationsIn(Layer.Any), CatalogueKeys.Sign);
        _typesByName = new(Types, e => [e.Name, .. e.LongNames, .. e.Variants], CatalogueKeys.Name);
        _bodiesById = new(Bodies, e => [e.Id], id => id);
        _bodiesBySign = new(Bodies, e => [e.Abbreviation, e.Organ, .. e.Variants], CatalogueKeys.Sign);
        _bodiesByName = new(Bodies, e => [e.Name, .. e.ShortNames], CatalogueKeys.Name);
        _provincesById = new(Provinces, e => [e.Id], id => id);
        _provincesByName = new(Provinces, e => [e.Name, e.Committee, .. e.Variants], CatalogueKeys.Name);
        _provincesByPlace = new(Provinces, e => [e.Name, .. e.Variants, .. e.Places], CatalogueKeys.Name);
        _terms = new(Terms, e => [TermKey(e.Layer, e.Id), TermKey(e.Layer, $"{e.Number}")], key => key);
        _relations = new(Relations, e => [e.Id], id => id);
        _knownByKey = new(Register, e => [e.Key], key => key);
        _aliases = new(Aliases, e => [e.Name, .. e.Variants], CatalogueKeys.Name);
        _grammar = new(GrammarLists, e => [e.Id], id => id);
        _letterhead = new(LetterheadLists, e => [e.Id], id => id);

        if (CatalogueChecks.FirstProblem(this) is { } problem)
        {
            throw new CatalogueException(problem);
        }
    }

    /// <summary>The catalogue that travels inside the assembly, with the files of an operator's folder in place of its own where
    /// <see cref="UseFolder"/> named one. Read and checked on first use.</summary>
    public static Catalogue Default => Chosen.Value;

    /// <summary>Lets the files of a folder take the place of the embedded ones, for the whole process. Read at once, so that a
    /// mistake is reported where the folder was named.</summary>
    /// <param name="directory">A folder that holds one or more of the files of <c>seeds/</c>, each whole.</param>
    /// <exception cref="CatalogueException">A file is broken, or the entries contradict one another.</exception>
    /// <exception cref="InvalidOperationException">The catalogue is in use already, with other files.</exception>
    public static void UseFolder(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var folder = Path.GetFullPath(directory);
        if (Chosen.IsValueCreated)
        {
            if (!string.Equals(s_directory, folder, StringComparison.Ordinal))
            {
                throw new InvalidOperationException("The catalogue is in use already.");
            }

            return;
        }

        LoadOver(folder);
        s_directory = folder;
    }

    /// <summary>Reads the files of a folder and, for each that is not there, the embedded one.</summary>
    /// <param name="directory">A folder that holds one or more of the files of <c>seeds/</c>, each whole.</param>
    /// <exception cref="CatalogueException">The folder is missing, a file is broken, or the entries contradict one another.</exception>
    public static Catalogue LoadOver(string directory) => Directory.Exists(directory)
        ? new(CatalogueFiles.Over(directory))
        : throw new CatalogueException(new("", null, $"the folder '{directory}' does not exist"));

    /// <summary>Every document type, in the order of <c>types.json</c>.</summary>
    public ImmutableArray<TypeEntry> Types { get; }

    /// <summary>Every issuing body, in the order of <c>bodies.json</c>.</summary>
    public ImmutableArray<BodyEntry> Bodies { get; }

    /// <summary>Every province of any time, in the order of <c>provinces.json</c>.</summary>
    public ImmutableArray<ProvinceEntry> Provinces { get; }

    /// <summary>The terms of the Party and of the National Assembly, in the order of <c>terms.json</c>.</summary>
    public ImmutableArray<TermEntry> Terms { get; }

    /// <summary>Every relation between documents, in the order of <c>relations.json</c>.</summary>
    public ImmutableArray<RelationEntry> Relations { get; }

    /// <summary>Documents known to exist, in the order of <c>register.json</c>.</summary>
    public ImmutableArray<RegisterEntry> Register { get; }

    /// <summary>Nicknames of registered documents, in the order of <c>aliases.json</c>.</summary>
    public ImmutableArray<AliasEntry> Aliases { get; }

    /// <summary>What the fields of a letterhead are called, in the order of <c>letterhead.json</c>.</summary>
    public ImmutableArray<FieldEntry> Fields { get; }

    /// <summary>Everyday abbreviations, in the order of <c>query-words.json</c>.</summary>
    public ImmutableArray<QueryWordEntry> QueryWords { get; }

    /// <summary>The word lists of letterheads (how bodies' names begin, offices, family names), in the order of
    /// <c>letterhead-words.json</c>.</summary>
    public ImmutableArray<GrammarEntry> LetterheadLists { get; }

    /// <summary>The phrase lists of citation grammar, in the order of <c>grammar.json</c>.</summary>
    public ImmutableArray<GrammarEntry> GrammarLists { get; }

    /// <summary>Secrecy marks and the words around them, in the order of <c>secrecy.json</c>.</summary>
    public ImmutableArray<SecrecyEntry> Secrecy { get; }

    /// <summary>Reads the catalogue files of a folder, for operators who keep their own.</summary>
    /// <param name="directory">A folder that holds all the files of <c>seeds/</c>.</param>
    /// <exception cref="CatalogueException">A file is missing or broken, or its entries contradict one another.</exception>
    public static Catalogue Load(string directory) => new(CatalogueFiles.In(directory));

    /// <summary>The phrase list with this id.</summary>
    /// <exception cref="CatalogueException">The list is missing.</exception>
    public GrammarEntry Grammar(string id) =>
        _grammar.One(id) ?? throw new CatalogueException(new("grammar.json", $"'{id}'", "is missing"));

    /// <summary>The word list of letterheads with this id.</summary>
    /// <exception cref="CatalogueException">The list is missing.</exception>
    public GrammarEntry Letterhead(string id) =>
        _letterhead.One(id) ?? throw new CatalogueException(new("letterhead-words.json", $"'{id}'", "is missing"));

    /// <summary>The type with this id (<c>chi-thi</c>), or null.</summary>
    public TypeEntry? Type(string id) => _typesById.One(id);

    /// <summary>The types that a layer writes with these letters: <c>QĐ</c> of the Party is Quyết định, then Quy định.</summary>
    /// <param name="abbreviation">The letters between number and body: <c>CT</c>.</param>
    /// <param name="layer">Whose documents; by default anybody's.</param>
    public ImmutableArray<TypeEntry> TypesByAbbreviation(string abbreviation, Layer layer = Layer.Any)
    {
        var key = CatalogueKeys.Sign(abbreviation);
        return
        [
            .. _typesByAbbreviation.Find(abbreviation)
                .Select(type => (Type: type, Rank: Rank(type, key, layer)))
                .Where(found => found.Rank >= 0)
                .OrderBy(found => found.Rank)
                .Select(found => found.Type),
        ];
    }

    /// <summary>The types with this name, long name or known misspelling: <c>Chỉ thị</c>, <c>CHI THỊ</c>.</summary>
    public ImmutableArray<TypeEntry> TypesByName(string name) => _typesByName.Find(name);

    /// <summary>The body with this id (<c>ban-bi-thu</c>), or null.</summary>
    public BodyEntry? Body(string id) => _bodiesById.One(id);

    /// <summary>
    /// The bodies that sign so, known loose spellings included: <c>BĐNTW</c>; <c>TW</c> is three bodies, and
    /// <c>BDNTW</c> stays open between two. Digits of a term (<c>QH15</c>) are cut off when the body carries them.
    /// </summary>
    public ImmutableArray<BodyEntry> BodiesBySign(string sign)
    {
        var found = _bodiesBySign.Find(sign);
        if (!found.IsEmpty)
        {
            return found;
        }

        var stem = sign.AsSpan().TrimEnd("0123456789");
        return stem.Length == sign.Length ? [] : [.. _bodiesBySign.Find(stem.ToString()).Where(body => body.TermSuffix)];
    }

    /// <summary>The bodies with this name or short name: <c>Ban Bí thư Trung ương</c>.</summary>
    public ImmutableArray<BodyEntry> BodiesByName(string name) => _bodiesByName.Find(name);

    /// <summary>What a number says about its document: the layer, the types it can be, the bodies that can have issued it.</summary>
    public DocketMeaning Interpret(Docket docket) => DocketMeaning.Of(docket, this);

    /// <summary>The type that a number names: the first one of its letters, or the only one of a body that numbers without them;
    /// null where the number leaves it open.</summary>
    /// <param name="docket">The number.</param>
    public TypeEntry? TypeOf(Docket docket)
    {
        ArgumentNullException.ThrowIfNull(docket);
        var types = Interpret(docket).Types;
        return types.Length == 1 || (docket.Type is not null && types.Length > 0) ? types[0] : null;
    }

    /// <summary>Whether many issuers use this sign, so that a key needs the place: <c>TU</c>, <c>ĐU</c>, <c>UBND</c>.</summary>
    public bool IsSharedSign(string sign) => BodiesBySign(sign).Any(body => body.Shared);

    /// <summary>The province with this id (<c>quang-ngai</c>), or null.</summary>
    public ProvinceEntry? Province(string id) => _provincesById.One(id);

    /// <summary>The provinces with this name, everyday name or committee: <c>Tỉnh ủy Quảng Ngãi</c>.</summary>
    public ImmutableArray<ProvinceEntry> ProvincesByName(string name) => _provincesByName.Find(name);

    /// <summary>
    /// The provinces a place in a letterhead may mean: their names and the towns where they sit (<c>Đà Lạt</c>).
    /// </summary>
    public ImmutableArray<ProvinceEntry> ProvincesByPlace(string place) => _provincesByPlace.Find(place);

    /// <summary>The provinces that existed on a day: 63 on 30 June 2025, 34 the day after.</summary>
    public IEnumerable<ProvinceEntry> ProvincesOn(DateOnly day) => Provinces.Where(province => province.ExistsOn(day));

    /// <summary>A term of the Party or of the Assembly by its Roman or Arabic number (<c>XI</c>, <c>11</c>), or null.</summary>
    /// <param name="number">The number without the word "khóa".</param>
    /// <param name="layer">The Party, or <see cref="Layer.State"/> for the National Assembly.</param>
    public TermEntry? Term(string number, Layer layer = Layer.Party) =>
        _terms.One(TermKey(layer, number.Trim().ToUpperInvariant()));

    /// <summary>
    /// The Party terms in which a central document of that day may be numbered: two near a congress, else one.
    /// Never use it for provincial documents, whose terms run by other dates.
    /// </summary>
    public IEnumerable<TermEntry> TermsOn(DateOnly day) =>
        Terms.Where(term => term.Layer == Layer.Party && term.MayNumber(day));

    /// <summary>The relation with this id (<c>thuc-hien</c>), or null.</summary>
    public RelationEntry? Relation(string id) => _relations.One(id);

    /// <summary>The registered document with this key, or null.</summary>
    public RegisterEntry? Known(string key) => _knownByKey.One(key);

    /// <summary>The nicknames written so. Check <see cref="AliasEntry.Requires"/> and the dates before using one.</summary>
    public ImmutableArray<AliasEntry> AliasesByName(string name) => _aliases.Find(name);

    private static int Rank(TypeEntry type, string key, Layer layer)
    {
        var rank = 0;
        foreach (var abbreviation in type.AbbreviationsIn(layer))
        {
            if (string.Equals(CatalogueKeys.Sign(abbreviation), key, StringComparison.Ordinal))
            {
                return rank;
            }

            rank++;
        }

        return -1;
    }

    private static string TermKey(Layer layer, string number) => $"{layer} {number}";
}
