using System.Globalization;
using Search.Documents;
using Search.Text;

namespace Search.Citations.Resolution;

/// <summary>The numbers of one document gathered into the documents they mean: the same number with agreeing date,
/// term, place and issuer is one document.</summary>
internal sealed class DocumentNumbers(Facts facts, Document host, Entity self, IReadOnlyList<Mention> mentions, WorkBudget budget)
{
    /// <summary>How many documents of one number, running number or type a mention is compared with, the latest first: a
    /// text that names more than a few is a list or hostile, and what is meant was named near by.</summary>
    internal const int MaxCompared = 128;

    private readonly List<Entity> _all = [];
    private readonly Dictionary<string, List<Entity>> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> _bySequence = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity?> _only = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<Docket>> _undamaged = new(() =>
        [.. mentions.OfType<FullCitation>().Where(mention => mention.Readings.Count == 0).Select(mention => mention.Cited.Docket!)]);

    /// <summary>In the order of their first mention.</summary>
    public IReadOnlyList<Entity> All => _all;

    /// <summary>The document a number means; the host itself for its own number.</summary>
    public Entity Add(FullCitation mention)
    {
        var cited = mention.Cited;
        var docket = cited.Docket!;
        if (IsHost(docket, cited))
        {
            return self;
        }
        // "Tỉnh ủy" in a provincial document is that province's; a central one names the province.
        var province = facts.IsShared(docket) ? facts.ProvinceOf(cited, host) : cited.ProvinceId;
        if (mention.Readings.Count > 0)
        {
            // A damaged sign is read as the number the rest of the document has.
            var known = mention.Readings.Where(_undamaged.Value.Contains).Distinct().ToList();
            if (known.Count == 1)
            {
                docket = known[0];
            }
            else if (mention.Readings.FirstOrDefault(reading => reading.Equals(host.Docket)) is { } own && IsHost(own, cited))
            {
                return self;
            }
        }

        var found = Find(docket, cited, province);
        found.Type ??= cited.Type ?? facts.TypeOf(docket);
        found.Issuer = Longer(found.Issuer, cited.Issuer);
        found.Date ??= cited.Date;
        found.Year ??= cited.Date?.Year ?? cited.Year;
        found.Term ??= cited.Term;
        found.ProvinceId ??= province;
        found.Title ??= cited.Title;
        found.Readings = docket.Equals(cited.Docket) && mention.Readings.Count > 0 ? mention.Readings : found.Readings;
        return found;
    }

    /// <summary>The documents a type and running number may call.</summary>
    public List<Entity> Called(CitedDescription cited, string sequence) =>
        _bySequence.TryGetValue(sequence, out var list) ? Latest(list).FindAll(entity => IsCalled(entity, cited)) : [];

    /// <summary>The one document of a type, or null when there are none or several. Only when all numbers are in.</summary>
    public Entity? OnlyOfType(string? type)
    {
        if (_only.TryGetValue(type ?? "", out var known))
        {
            return known;
        }

        return _only[type ?? ""] = FindOnly(type);
    }

    private Entity? FindOnly(string? type)
    {
        Entity? only = null;
        foreach (var entity in _all)
        {
            budget.Spend();
            if (!IsOfType(entity, type))
            {
                continue;
            }

            if (only is not null && !only.IsSameAs(entity))
            {
                return null;
            }

            only ??= entity;
        }

        return only;
    }

    private Entity Find(Docket docket, CitedDescription cited, string? province)
    {
        var all = _byNumber.TryGetValue(docket.Canonical, out var list) ? list : _byNumber[docket.Canonical] = [];
        var same = Latest(all);
        var fitting = same.FindAll(entity => Agrees(entity, cited, province));
        if (fitting.Count == 0 && cited.Date is null && cited.Term is null && same.Count > 0 && same.Count(entity => entity.Date is not null) == 1)
        {
            fitting = same.FindAll(entity => entity.Date is { } day && (cited.Year is null || cited.Year == day.Year) && string.Equals(entity.ProvinceId, province, StringComparison.Ordinal));
        }

        if (fitting.Count == 1)
        {
            return fitting[0];
        }

        var found = new Entity { Docket = docket, ProvinceId = province };
        if (fitting.Count > 1)
        {
            found.Reason = "Văn bản nhắc nhiều văn bản cùng số.";
        }

        all.Add(found);
        _all.Add(found);
        if (_bySequence.TryGetValue(docket.Sequence, out var called))
        {
            called.Add(found);
        }
        else
        {
            _bySequence.Add(docket.Sequence, [found]);
        }

        return found;
    }

    /// <summary>What a mention is compared with.</summary>
    internal static List<Entity> Latest(List<Entity> entities) =>
        entities.Count <= MaxCompared ? entities : entities.GetRange(entities.Count - MaxCompared, MaxCompared);

    private bool IsHost(Docket docket, CitedDescription cited) =>
        docket.Equals(host.Docket) && (cited.Date is null || host.Date is null || cited.Date == host.Date)
        && (cited.Year is null || host.Date is not { } day || cited.Year == day.Year)
        && facts.MayBeOfTerm(facts.IsShared(docket) ? null : host.Date, cited.Term, docket)
        && (cited.ProvinceId is null || host.ProvinceId is null || string.Equals(cited.ProvinceId, host.ProvinceId, StringComparison.Ordinal));

    private bool Agrees(Entity entity, CitedDescription cited, string? province)
    {
        budget.Spend();
        return (entity.Date is null || cited.Date is null || entity.Date == cited.Date)
        && (entity.Date is null || cited.Year is null || entity.Date.Value.Year == cited.Year)
        && (entity.Year is null || cited.Date is not { } day || entity.Year == day.Year)
        && (entity.Term is null || cited.Term is null || string.Equals(entity.Term, cited.Term, StringComparison.Ordinal))
        && (facts.IsShared(entity.Docket!) || (facts.MayBeOfTerm(entity.Date, cited.Term, entity.Docket) && facts.MayBeOfTerm(cited.Date, entity.Term, entity.Docket)))
        && (string.Equals(entity.ProvinceId, province, StringComparison.Ordinal)
            || ((entity.ProvinceId is null || province is null) && entity.Date is not null && entity.Date == cited.Date)) // "của Tỉnh ủy" for a paper whose province was named before
        && (Likeness.Issuers(entity.Issuer, cited.Issuer) || (entity.Date is not null && entity.Date == cited.Date));
    }

    private bool IsCalled(Entity entity, CitedDescription cited)
    {
        budget.Spend();
        return entity.Docket is { } docket
        && (cited.Type is null || string.Equals(entity.Type, cited.Type, StringComparison.Ordinal) || (docket.Type is not null && facts.MayBeOfType(docket, cited.Type) && facts.TypeOf(docket) is not null))
        && (cited.Date is null || entity.Date is null || cited.Date == entity.Date)
        && (cited.Year is null || docket.Year is null || string.Equals(docket.Year, cited.Year.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        && (cited.Year is null || entity.Date is null || entity.Date.Value.Year == cited.Year)
        && (cited.Term is null || entity.Term is null || string.Equals(cited.Term, entity.Term, StringComparison.Ordinal))
        && Likeness.Issuers(cited.Issuer, entity.Issuer);
    }

    private bool IsOfType(Entity entity, string? type) =>
        type is null || facts.TypesOf(entity.Type, entity.Docket).Contains(type, StringComparer.Ordinal);

    private static string? Longer(string? a, string? b) =>
        a is null ? b : b is null || a.Length >= b.Length || !Likeness.Issuers(a, b) ? a : b;
}
