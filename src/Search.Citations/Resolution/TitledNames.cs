using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations.Resolution;

/// <summary>Documents named without a number, by type, issuer and title.</summary>
internal sealed class TitledNames(
    Catalogue catalogue, Document host, Entity self, DocumentNumbers numbers, Nicknames nicknames, RegistryMatcher matcher, WorkBudget budget)
{
    private readonly Dictionary<string, List<Entity>> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lawLike = [.. catalogue.Types.Where(type => type.LawLike).Select(type => type.Id)];
    private readonly HashSet<Entity> _own = [];
    private int _numbersSeen;

    /// <summary>The document a name means.</summary>
    public Entity Resolve(UnnumberedCitation mention)
    {
        var cited = mention.Cited;
        if (IsSelfNamed(cited))
        {
            return self;
        }

        for (; _numbersSeen < numbers.All.Count; _numbersSeen++)
        {
            Add(numbers.All[_numbersSeen]);
        }

        if (LawNamed(cited) is { } law)
        {
            return law;
        }

        var compared = cited.Type is { } type && _byType.TryGetValue(type, out var list) ? DocumentNumbers.Latest(list) : [];
        var similar = compared.FindAll(entity => IsSimilar(entity, mention));
        if (similar.Count > 0 && similar.TrueForAll(similar[0].IsSameAs))
        {
            return similar[0];
        }

        if (compared.FirstOrDefault(entity => _own.Contains(entity) && IsAgain(entity, cited)) is { } again)
        {
            return again;
        }

        var found = Entity.Of(cited, host);
        if (!nicknames.TrySettle(found, mention))
        {
            matcher.SettleTitled(found);
        }

        Add(found);
        _own.Add(found);
        return found;
    }

    private void Add(Entity entity)
    {
        if (entity.Type is not { } type)
        {
            return;
        }

        if (entity is { Docket: not null, Title: { } title } && _lawLike.Contains(type))
        {
            var name = Likeness.Words(title);
            if (!_byName.TryGetValue(name, out var namesakes))
            {
                _byName.Add(name, namesakes = []);
            }

            namesakes.Add(entity);
        }

        if (_byType.TryGetValue(type, out var list))
        {
            list.Add(entity);
        }
        else
        {
            _byType.Add(type, [entity]);
        }
    }

    /// <summary>"Luật Lưu trữ" after "Luật Lưu trữ số 33/2024/QH15": the one law of that name in the text.</summary>
    private Entity? LawNamed(CitedDescription cited)
    {
        if (cited.Title is not { } title || cited.Date is not null || !_byName.TryGetValue(Likeness.Words(title), out var list))
        {
            return null;
        }

        var fitting = DocumentNumbers.Latest(list).FindAll(entity => (cited.Year is null || entity.Year == cited.Year || entity.Date?.Year == cited.Year)
            && (cited.Term is null || string.Equals(entity.Term, cited.Term, StringComparison.Ordinal)));
        return fitting.Count > 0 && fitting.TrueForAll(fitting[0].IsSameAs) ? fitting[0] : null;
    }

    private bool IsSimilar(Entity entity, UnnumberedCitation mention)
    {
        budget.Spend();
        var cited = mention.Cited;
        return cited.Issuer is not null && entity.Issuer is not null && Likeness.SameBodies(cited.Issuer, entity.Issuer)
            && (cited.Date is null || entity.Date is null || cited.Date == entity.Date)
            && (cited.Term is null || entity.Term is null || string.Equals(cited.Term, entity.Term, StringComparison.Ordinal))
            && (cited.Title is null ? mention.IsInTitle || (entity.Title is null && cited.Date is not null) : Likeness.Titles(cited.Title, entity.Title) >= 0.75);
    }

    private static bool IsAgain(Entity entity, CitedDescription cited) =>
        entity.Year == cited.Year && string.Equals(entity.Term, cited.Term, StringComparison.Ordinal) && entity.Date == cited.Date
        && string.Equals(Likeness.Words(entity.Title ?? ""), Likeness.Words(cited.Title ?? ""), StringComparison.Ordinal)
        && Likeness.Issuers(entity.Issuer, cited.Issuer);

    /// <summary>Type and issuer of the host, and nothing that tells another document.</summary>
    private bool IsSelfNamed(CitedDescription cited) =>
        cited.Type is not null && string.Equals(cited.Type, host.Type, StringComparison.Ordinal) && cited.Issuer is not null && host.Issuer is not null
        && Likeness.SameBodies(cited.Issuer, host.Issuer)
        && (cited.Date is null || cited.Date == host.Date) && cited.Term is null && (cited.Year is null || cited.Year == host.Date?.Year)
        && (cited.Title is null || Likeness.Titles(cited.Title, host.Title) >= 0.8);
}
