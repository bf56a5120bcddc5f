using System.Globalization;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations.Resolution;

/// <summary>Short names of one document, defined in it (<c>sau đây gọi tắt là Chỉ thị 04</c>) or not (<c>NQ 18</c>): its own
/// definitions first, then its numbers, then names of the catalogue, then the registry.</summary>
internal sealed class ShortNames(Catalogue catalogue, Document host, Entity self, DocumentNumbers numbers, Nicknames nicknames, RegistryMatcher matcher)
{
    private readonly Dictionary<string, Entity?> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _before = new(StringComparer.Ordinal);

    /// <summary>What each defined name stands for; null for a name given to two documents.</summary>
    public IReadOnlyDictionary<string, Entity?> Aliases => _aliases;

    /// <summary>Gathers the definitions of the whole document; names are used before them too.</summary>
    public void Define(IReadOnlyList<Mention> mentions, Entity?[] entities)
    {
        foreach (var mention in mentions.OfType<AliasDefinition>())
        {
            var entity = mention.Defines is { } index ? entities[index] : null;
            entity ??= mention.Cited.Sequence is { } sequence ? Unique(mention.Cited, sequence) : null;
            if (entity is not null)
            {
                _aliases[mention.Alias] = _aliases.TryGetValue(mention.Alias, out var other) && !ReferenceEquals(other, entity) ? null : entity;
            }
        }
    }

    /// <summary>What a definition itself stands for.</summary>
    public Entity Resolve(AliasDefinition mention, Entity?[] entities)
    {
        if (mention.Defines is { } defined && entities[defined] is { } entity)
        {
            return entity;
        }

        if (_aliases.TryGetValue(mention.Alias, out var named) && named is not null)
        {
            return named;
        }

        var open = Entity.Of(mention.Cited, host);
        open.Reason = "Không rõ tên rút gọn này thay cho văn bản nào.";
        return open;
    }

    /// <summary>What a short name stands for.</summary>
    public Entity Resolve(ShortCitation mention)
    {
        var cited = mention.Cited;
        var sequence = cited.Sequence!;
        if (AliasOf(cited) is { } alias && _aliases.TryGetValue(alias, out var named) && named is not null && Likeness.Issuers(cited.Issuer, named.Issuer))
        {
            return named;
        }

        var called = numbers.Called(cited, sequence);
        if (called.Count > 0 && called.TrueForAll(called[0].IsSameAs))
        {
            return called[0];
        }

        if (called.Count > 1)
        {
            return Entity.Choice(called, "Nhiều văn bản trong bài có cùng loại và số thứ tự.");
        }

        if (host.Docket is { } own && string.Equals(own.Sequence, sequence, StringComparison.Ordinal)
            && string.Equals(host.Type, cited.Type, StringComparison.Ordinal) && Likeness.Issuers(cited.Issuer, host.Issuer)
            && (cited.Year is null || own.Year is null || host.Date?.Year == cited.Year))
        {
            return self;
        }

        var memo = string.Create(CultureInfo.InvariantCulture, $"{cited.Type}|{sequence}|{cited.Year}|{cited.Term}|{cited.Issuer}|{cited.Date}");
        if (_before.TryGetValue(memo, out var before) && (before.Target is not null || cited.Title is null))
        {
            return before;
        }

        var entity = Entity.Of(cited, host);
        if (!nicknames.TrySettle(entity, mention))
        {
            Settle(entity, cited, sequence);
        }

        _before[memo] = entity;
        return entity;
    }

    /// <summary>Nghị định 30/2020: only the Government issues decrees, so type and year complete the number.</summary>
    private void Settle(Entity entity, CitedDescription cited, string sequence)
    {
        if (cited is { Type: { } type, Year: { } year } && catalogue.Type(type) is { SoleSymbol: { } symbol }
            && Docket.TryParse(string.Create(CultureInfo.InvariantCulture, $"{sequence}/{year}/{symbol}"), out var docket))
        {
            entity.Docket = docket;
            matcher.Settle(entity);
            return;
        }

        matcher.SettleShort(entity, sequence);
        if (entity.Target is null && entity.Candidates.Count == 0 && WholeNumber(cited, sequence) is { } whole)
        {
            entity.Docket = whole;
            matcher.Settle(entity);
        }
    }

    /// <summary>"Chỉ thị 39 ngày 01/11/2018 của Ban Bí thư": a body of the Party with one sign and a type with one sign make the
    /// number whole, and the day makes it one document.</summary>
    private Docket? WholeNumber(CitedDescription cited, string sequence)
    {
        if (cited is not { Type: { } id, Date: not null, Issuer: { } issuer } || catalogue.Type(id) is not { } type
            || catalogue.BodiesByName(issuer) is not [{ Layer: Layer.Party, Organ: { } organ }])
        {
            return null;
        }

        return type.AbbreviationsIn(Layer.Party).Distinct(StringComparer.Ordinal).ToList() is [var letters]
            && type.SharedAbbreviations.Count == 0 && Docket.TryParse($"{sequence}-{letters}/{organ}", out var docket) ? docket : null;
    }

    private Entity? Unique(CitedDescription cited, string sequence)
    {
        var called = numbers.Called(cited, sequence);
        return called.Count > 0 && called.TrueForAll(called[0].IsSameAs) ? called[0] : null;
    }

    private string? AliasOf(CitedDescription cited) =>
        cited is { Type: { } id, Sequence: not null } && catalogue.Type(id) is { } type
            ? VietnameseFolding.Fold(type.Name) + " " + cited.Sequence
            : null;
}
