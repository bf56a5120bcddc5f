using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations.Resolution;

/// <summary>One run of the resolver over one document.</summary>
internal sealed class InDocumentResolver
{
    private readonly Catalogue _catalogue;
    private readonly Facts _facts;
    private readonly Document _host;
    private readonly SourceText _source;
    private readonly IReadOnlyList<Mention> _mentions;
    private readonly RegistryMatcher _matcher;
    private readonly Entity?[] _entities;
    private readonly List<Entity> _numbered = [];
    private readonly Dictionary<string, List<Entity>> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity?> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _shorts = new(StringComparer.Ordinal);
    private readonly List<Entity> _titled = [];
    private readonly Entity _self;

    public InDocumentResolver(
        Catalogue catalogue, Facts facts, Document host, SourceText source, IReadOnlyList<Mention> mentions, IDocumentRegistry registry)
    {
        _catalogue = catalogue;
        _facts = facts;
        _host = host;
        _source = source;
        _mentions = mentions;
        _matcher = new RegistryMatcher(facts, registry, host);
        _entities = new Entity?[mentions.Count];
        _self = new Entity
        {
            IsSelf = true,
            Docket = host.Docket,
            Type = host.Type,
            Issuer = host.Issuer,
            Date = host.Date,
            ProvinceId = host.ProvinceId,
            Title = host.Title,
            Reason = "Văn bản tự nói về mình.",
            Confidence = 0.95,
            Target = new CitationTarget
            {
                Key = host.Key,
                Number = host.Docket?.Canonical,
                Type = host.Type,
                Issuer = host.Issuer,
                Date = host.Date,
                Title = host.Title,
                Status = DocumentStatus.Present,
            },
        };
    }

    /// <summary>The entity of every mention; null for generic ones.</summary>
    public Entity?[] Resolve()
    {
        for (var i = 0; i < _mentions.Count; i++)
        {
            if (_mentions[i] is FullCitation full)
                _entities[i] = Numbered(full);
        }

        foreach (var entity in _numbered)
            _matcher.Settle(entity);
        DefineAliases();
        for (var i = 0; i < _mentions.Count; i++)
        {
            _entities[i] ??= _mentions[i] switch
            {
                ShortCitation mention => Short(mention, i),
                UnnumberedCitation mention => Unnumbered(mention, i),
                AliasDefinition mention => Defined(mention, i),
                BackReference mention => Back(mention, i),
                _ => null,
            };
        }

        // What an attachment or alias points to may come later in the text.
        for (var i = 0; i < _mentions.Count; i++)
        {
            if (_mentions[i] is UnnumberedCitation { AttachedTo: { } carrier } && _entities[carrier] is { } entity)
                _entities[i] = entity;
        }

        return _entities;
    }

    private Entity Numbered(FullCitation mention)
    {
        var cited = mention.Cited;
        var docket = cited.Docket!;
        if (IsHost(docket, cited))
            return _self;
        var province = cited.ProvinceId ?? (_facts.IsShared(docket) ? InheritedProvince() : null);
        if (mention.Readings.Count > 0)
        {
            // A damaged sign is read as the number the rest of the document has.
            var known = mention.Readings
                .SelectMany(reading => _mentions.OfType<FullCitation>().Where(other => other.Readings.Count == 0 && reading.Equals(other.Cited.Docket)))
                .Select(other => other.Cited.Docket!).Distinct().ToList();
            if (known.Count == 1)
                docket = known[0];
            else if (mention.Readings.FirstOrDefault(reading => reading.Equals(_host.Docket)) is { } own && IsHost(own, cited))
                return _self;
        }

        var same = _byNumber.TryGetValue(docket.Canonical, out var list) ? list : _byNumber[docket.Canonical] = [];
        var fitting = same.Where(entity => Agrees(entity, cited, province)).ToList();
        if (fitting.Count == 0 && cited.Date is null && cited.Term is null && same.Count > 0 && same.Count(entity => entity.Date is not null) == 1)
            fitting = same.Where(entity => entity.Date is not null && string.Equals(entity.ProvinceId, province, StringComparison.Ordinal)).ToList();
        Entity found;
        if (fitting.Count == 1)
        {
            found = fitting[0];
        }
        else
        {
            found = new Entity { Docket = docket, ProvinceId = province };
            if (fitting.Count > 1)
                found.Reason = "Văn bản nhắc nhiều văn bản cùng số.";
            same.Add(found);
            _numbered.Add(found);
        }

        found.Type ??= cited.Type ?? _facts.TypeOf(docket);
        found.Issuer = Longer(found.Issuer, cited.Issuer);
        found.Date ??= cited.Date;
        found.Year ??= cited.Date?.Year ?? cited.Year;
        found.Term ??= cited.Term;
        found.Title ??= cited.Title;
        found.Readings = docket.Equals(cited.Docket) && mention.Readings.Count > 0 ? mention.Readings : found.Readings;
        return found;
    }

    private static string? Longer(string? a, string? b) =>
        a is null ? b : b is null || a.Length >= b.Length || !Likeness.Issuers(a, b) ? a : b;

    private bool IsHost(Docket docket, CitedDescription cited) =>
        docket.Equals(_host.Docket) && (cited.Date is null || _host.Date is null || cited.Date == _host.Date)
        && (cited.Year is null || _host.Date is null || cited.Year == _host.Date.Value.Year)
        && _facts.MayBeOfTerm(_facts.IsShared(docket) ? null : _host.Date, cited.Term, docket)
        && (cited.ProvinceId is null || _host.ProvinceId is null || string.Equals(cited.ProvinceId, _host.ProvinceId, StringComparison.Ordinal));

    /// <summary>"Tỉnh ủy" in a provincial document is that province's; a central one names the province.</summary>
    private string? InheritedProvince() => _host.ProvinceId;

    private bool Agrees(Entity entity, CitedDescription cited, string? province) =>
        (entity.Date is null || cited.Date is null || entity.Date == cited.Date)
        && (entity.Date is null || cited.Year is null || entity.Date.Value.Year == cited.Year)
        && (entity.Year is null || cited.Date is null || entity.Year == cited.Date.Value.Year)
        && (entity.Term is null || cited.Term is null || string.Equals(entity.Term, cited.Term, StringComparison.Ordinal))
        && (_facts.IsShared(entity.Docket!) || (_facts.MayBeOfTerm(entity.Date, cited.Term, entity.Docket) && _facts.MayBeOfTerm(cited.Date, entity.Term, entity.Docket)))
        && string.Equals(entity.ProvinceId, province, StringComparison.Ordinal)
        && (Likeness.Issuers(entity.Issuer, cited.Issuer) || (entity.Date is not null && entity.Date == cited.Date));

    private void DefineAliases()
    {
        foreach (var mention in _mentions.OfType<AliasDefinition>())
        {
            var entity = mention.Defines is { } index ? _entities[index] : null;
            entity ??= mention.Cited.Sequence is { } sequence ? UniqueBySequence(mention.Cited, sequence) : null;
            if (entity is null)
                continue;
            // A name given to two documents names neither.
            _aliases[mention.Alias] = _aliases.TryGetValue(mention.Alias, out var other) && !ReferenceEquals(other, entity) ? null : entity;
        }
    }

    private Entity? UniqueBySequence(CitedDescription cited, string sequence)
    {
        Entity? found = null;
        foreach (var entity in _numbered)
        {
            if (!IsCalled(entity, cited, sequence))
                continue;
            if (found is not null && !SameTarget(found, entity))
                return null;
            found = entity;
        }

        return found;
    }

    private static bool SameTarget(Entity a, Entity b) =>
        ReferenceEquals(a, b) || (a.Target is not null && b.Target is not null && a.Target.Key.Equals(b.Target.Key));

    private bool IsCalled(Entity entity, CitedDescription cited, string sequence) =>
        entity.Docket is { } docket && string.Equals(docket.Sequence, sequence, StringComparison.Ordinal)
        && (cited.Type is null || string.Equals(entity.Type, cited.Type, StringComparison.Ordinal) || (docket.Type is not null && _facts.MayBeOfType(docket, cited.Type) && _facts.TypeOf(docket) is not null))
        && (cited.Date is null || entity.Date is null || cited.Date == entity.Date)
        && (cited.Year is null || docket.Year is null || string.Equals(docket.Year, cited.Year.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))
        && (cited.Year is null || entity.Date is null || entity.Date.Value.Year == cited.Year)
        && (cited.Term is null || entity.Term is null || string.Equals(cited.Term, entity.Term, StringComparison.Ordinal))
        && Likeness.Issuers(cited.Issuer, entity.Issuer);

    private Entity Short(ShortCitation mention, int index)
    {
        var cited = mention.Cited;
        var sequence = cited.Sequence!;
        var alias = AliasOf(cited);
        if (alias is not null && _aliases.TryGetValue(alias, out var named) && named is not null && Likeness.Issuers(cited.Issuer, named.Issuer))
            return named;
        var called = _numbered.Where(entity => IsCalled(entity, cited, sequence)).ToList();
        if (called.Count > 0 && called.All(entity => SameTarget(entity, called[0])))
            return Confirm(called[0]);
        if (called.Count > 1)
            return Ambiguous(called, "Nhiều văn bản trong bài có cùng loại và số thứ tự.");
        if (_host.Docket is { } own && string.Equals(own.Sequence, sequence, StringComparison.Ordinal)
            && string.Equals(_host.Type, cited.Type, StringComparison.Ordinal) && Likeness.Issuers(cited.Issuer, _host.Issuer)
            && (cited.Year is null || own.Year is null || _host.Date?.Year == cited.Year))
        {
            return _self;
        }

        var memo = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cited.Type}|{sequence}|{cited.Year}|{cited.Term}|{cited.Issuer}|{cited.Date}");
        if (_shorts.TryGetValue(memo, out var before) && (before.Target is not null || cited.Title is null))
            return before;
        var entity = Describe(cited);
        if (!TryNickname(entity, mention))
        {
            if (cited.Year is { } year && IsNormative(cited.Type))
                SettleStateShort(entity, sequence, year);
            else
                _matcher.SettleShort(entity, sequence);
        }

        _shorts[memo] = entity;
        return entity;
    }

    private static Entity Confirm(Entity entity) => entity;

    private static bool IsNormative(string? type) => type is "nghi-dinh" or "luat" or "bo-luat" or "phap-lenh";

    /// <summary>Nghị định 30/2020: only the Government issues decrees, so the number is complete.</summary>
    private void SettleStateShort(Entity entity, string sequence, int year)
    {
        if (entity.Type is "nghi-dinh" && Docket.TryParse($"{sequence}/{year.ToString(System.Globalization.CultureInfo.InvariantCulture)}/NĐ-CP", out var docket))
        {
            entity.Docket = docket;
            _matcher.Settle(entity);
            return;
        }

        _matcher.SettleShort(entity, sequence);
    }

    private string? AliasOf(CitedDescription cited) =>
        cited.Type is not null && cited.Sequence is not null && _catalogue.Type(cited.Type) is { } type
            ? VietnameseFolding.Fold(type.Name) + " " + cited.Sequence
            : null;

    private Entity Describe(CitedDescription cited) => new()
    {
        Type = cited.Type,
        Issuer = cited.Issuer,
        Date = cited.Date,
        Year = cited.Year,
        Term = cited.Term,
        ProvinceId = cited.ProvinceId ?? _host.ProvinceId,
        Title = cited.Title,
    };

    private static Entity Ambiguous(List<Entity> entities, string reason) => new()
    {
        Type = entities[0].Type,
        Candidates = [.. entities.Select(entity => entity.Target?.Key).OfType<DocumentKey>().Distinct().OrderBy(key => key)],
        Reason = reason,
    };

    /// <summary>Names of the catalogue: Nghị quyết Trung ương 4 khóa XII, Đề án 06, Nghị quyết 18 (with a word near it).</summary>
    private bool TryNickname(Entity entity, Mention mention)
    {
        foreach (var name in new[] { mention.Core.Slice(_source.Text), mention.Text })
        {
            foreach (var alias in _catalogue.AliasesByName(string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            {
                if (alias.Targets.Count != 1 || (_host.Date is { } day && !alias.UsableOn(day)))
                    continue;
                if (_host.Date is null && (alias.ValidFrom is not null || alias.ValidTo is not null) && alias.Requires.Count == 0 && _catalogue.AliasesByName(name).Length > 1)
                    continue;
                if (alias.Requires.Count > 0 && !alias.Requires.Any(word => Surrounds(mention, word)))
                    continue;
                if (_matcher.SettleKey(entity, RegisterOfKnownDocuments.KeyOf(_catalogue, alias.Targets[0]), "Tên quen dùng của văn bản trong danh mục.", 0.9 * alias.Confidence))
                    return true;
            }
        }

        return false;
    }

    private bool Surrounds(Mention mention, string word)
    {
        var folded = VietnameseFolding.Fold(word);
        return Contains(mention.Evidence ?? mention.Span, folded) || (_host.Title is { } title && VietnameseFolding.Fold(title).Contains(folded, StringComparison.Ordinal))
            || (mention.Cited.Title is { } own && VietnameseFolding.Fold(own).Contains(folded, StringComparison.Ordinal));
    }

    private bool Contains(TextSpan span, string folded) =>
        VietnameseFolding.Fold(span.Slice(_source.Text)).Contains(folded, StringComparison.Ordinal);

    private Entity Unnumbered(UnnumberedCitation mention, int index)
    {
        var cited = mention.Cited;
        if (mention.AttachedTo is { } carrier && _entities[carrier] is { } carried)
            return carried;
        if (IsSelfNamed(cited))
            return _self;
        var similar = _numbered.Concat(_titled)
            .Where(entity => string.Equals(entity.Type, cited.Type, StringComparison.Ordinal) && entity.Type is not null
                && (cited.Issuer is null || entity.Issuer is null ? false : Likeness.Issuers(cited.Issuer, entity.Issuer))
                && (cited.Date is null || entity.Date is null || cited.Date == entity.Date)
                && (cited.Term is null || entity.Term is null || string.Equals(cited.Term, entity.Term, StringComparison.Ordinal))
                && (cited.Title is null ? mention.IsInTitle || entity.Title is null && cited.Date is not null : Likeness.Titles(cited.Title, entity.Title) >= 0.75))
            .ToList();
        if (similar.Count > 0 && similar.All(entity => SameTarget(entity, similar[0])))
            return similar[0];
        var again = _titled.FirstOrDefault(entity => string.Equals(entity.Type, cited.Type, StringComparison.Ordinal)
            && entity.Year == cited.Year && string.Equals(entity.Term, cited.Term, StringComparison.Ordinal) && entity.Date == cited.Date
            && string.Equals(Likeness.Words(entity.Title ?? ""), Likeness.Words(cited.Title ?? ""), StringComparison.Ordinal) && Likeness.Issuers(entity.Issuer, cited.Issuer));
        if (again is not null)
            return again;
        var found = Describe(cited);
        if (!TryNickname(found, mention))
            _matcher.SettleTitled(found);
        _titled.Add(found);
        return found;
    }

    /// <summary>Type and issuer of the host, and nothing that tells another document.</summary>
    private bool IsSelfNamed(CitedDescription cited) =>
        cited.Type is not null && string.Equals(cited.Type, _host.Type, StringComparison.Ordinal) && cited.Issuer is not null && _host.Issuer is not null
        && Likeness.Issuers(cited.Issuer, _host.Issuer)
        && (cited.Date is null || cited.Date == _host.Date) && cited.Term is null && (cited.Year is null || cited.Year == _host.Date?.Year)
        && (cited.Title is null || Likeness.Titles(cited.Title, _host.Title) >= 0.8);

    private Entity Defined(AliasDefinition mention, int index)
    {
        if (mention.Defines is { } defined && _entities[defined] is { } entity)
            return entity;
        if (_aliases.TryGetValue(mention.Alias, out var named) && named is not null)
            return named;
        var open = Describe(mention.Cited);
        open.Reason = "Không rõ tên rút gọn này thay cho văn bản nào.";
        return open;
    }

    private Entity Back(BackReference mention, int index)
    {
        var type = mention.Cited.Type;
        var isHostType = type is null || string.Equals(type, _host.Type, StringComparison.Ordinal);
        if (mention.Kind == BackReferenceKind.This && (isHostType || (_host.Type is null && !_mentions.Take(index).Any(other => string.Equals(other.Cited.Type, type, StringComparison.Ordinal) && other is not BackReference))))
            return _self; // of a host without a letterhead "Thông tư này" tells the type, unless another one was named before
        if (mention.Kind == BackReferenceKind.This && _host.Type is null)
            return OpenThis(type);
        if (mention.Kind == BackReferenceKind.Bare && isHostType && type is not null && Likeness.Issuers(mention.Cited.Issuer, _host.Issuer))
            return _self;
        if (type is not null && _catalogue.Type(type) is { } entry && _aliases.TryGetValue(VietnameseFolding.Fold(entry.Name), out var alias) && alias is not null)
            return alias;

        // Left to right: the documents of that type named before, up to a mention of documents at large.
        var before = new List<Entity>();
        for (var i = index - 1; i >= 0; i--)
        {
            if (_mentions[i] is GenericMention generic && (mention.Kind == BackReferenceKind.Above || type is not null && string.Equals(generic.Cited.Type, type, StringComparison.Ordinal)))
                break;
            if (_entities[i] is not { IsSelf: false } entity || _mentions[i] is AliasDefinition || !IsOfType(entity, type) || _mentions[i] is BackReference && entity.Target is null)
                continue;
            if (_mentions[i].Span.End > mention.Span.Start)
                continue; // the mention it stands inside of
            if (!before.Any(other => SameTarget(other, entity)))
                before.Add(entity);
            if (mention.Kind != BackReferenceKind.Bare)
                break;
        }

        if (before.Count == 1)
            return before[0];
        if (before.Count > 1)
            return Ambiguous(before, "Danh từ chung; nhiều văn bản cùng loại đã được nhắc trước đó.");
        if (mention.Kind == BackReferenceKind.Bare)
        {
            var all = _numbered.Where(entity => IsOfType(entity, type)).ToList();
            if (all.Count > 0 && all.All(entity => SameTarget(entity, all[0])))
                return all[0];
        }

        var open = Describe(mention.Cited);
        open.Reason = "Danh từ chung; không có văn bản nào cùng loại trước đó.";
        return open;
    }

    /// <summary>The host or a document of that type named before: the text does not say which.</summary>
    private Entity OpenThis(string? type) => new()
    {
        Type = type,
        Candidates = [.. _numbered.Where(entity => IsOfType(entity, type)).Select(entity => entity.Target?.Key).OfType<DocumentKey>().Append(_host.Key).Distinct().OrderBy(key => key)],
        Reason = "Không rõ loại của văn bản này; có thể nói về chính nó hoặc văn bản đã nêu.",
    };

    private bool IsOfType(Entity entity, string? type) =>
        type is null || string.Equals(entity.Type, type, StringComparison.Ordinal)
        || (entity.Docket?.Type is "QĐ" && type is "quyet-dinh" or "quy-dinh" && entity.Type is "quyet-dinh" or "quy-dinh");
}
