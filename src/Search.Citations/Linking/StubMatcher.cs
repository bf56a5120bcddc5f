using System.Globalization;
using Search.Citations.Resolution;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations;

/// <summary>
/// Decides whether a stub is a document that arrived, and whether the mentions gathered under a stub mean one document
/// at all. Pure functions of what is known; the store calls them inside its transaction. In doubt nothing is merged.
/// </summary>
public sealed class StubMatcher
{
    private readonly Facts _facts;

    /// <summary>A matcher by the rules of a catalogue.</summary>
    public StubMatcher(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _facts = new Facts(catalogue);
    }

    /// <summary>Whether a stub is a document.</summary>
    /// <param name="stub">What is known by citation: <c>04-CT/TW@XI</c>, <c>15-CT/TU~?@2012-05-04</c>.</param>
    /// <param name="arrived">A present document, or a stub whose key says more.</param>
    /// <param name="registry">Where rivals are looked up: another document that fits the stub as well makes the answer
    /// unsure. Null where there can be none.</param>
    public StubDecision Decide(KnownDocument stub, KnownDocument arrived, IDocumentRegistry? registry = null)
    {
        ArgumentNullException.ThrowIfNull(stub);
        ArgumentNullException.ThrowIfNull(arrived);
        var decision = Compare(stub, arrived);
        if (decision != StubDecision.Same || registry is null || arrived.Docket is not { } number)
        {
            return decision;
        }

        foreach (var rival in registry.FindByNumber(number.Canonical))
        {
            if (!rival.Key.Equals(stub.Key) && !rival.Key.Equals(arrived.Key)
                && Compare(stub, rival) == StubDecision.Same && Compare(rival, arrived) != StubDecision.Same)
            {
                return StubDecision.Unsure;
            }
        }

        return decision;
    }

    /// <summary>Parts the mentions under one stub into the documents they mean: mentions that state different dates,
    /// years, terms or provinces cannot mean one. A mention that fits several parts belongs to none of them.</summary>
    /// <param name="stub">The stub they are linked to.</param>
    /// <param name="mentions">What each mention says.</param>
    /// <returns>A single part with the stub's own key when the stub holds together.</returns>
    public IReadOnlyList<StubPart> Partition(KnownDocument stub, IReadOnlyList<CitedDescription> mentions)
    {
        ArgumentNullException.ThrowIfNull(stub);
        ArgumentNullException.ThrowIfNull(mentions);
        var groups = new List<(CitedDescription Facts, List<int> Members)>();
        var ambiguous = new List<int>();
        // Those that say most come first, so that what says little is held against all of them.
        foreach (var i in Enumerable.Range(0, mentions.Count).OrderByDescending(i => Weight(mentions[i])).ThenBy(i => i))
        {
            var fitting = groups.FindAll(group => Agree(group.Facts, mentions[i]));
            if (fitting.Count > 1)
            {
                ambiguous.Add(i);
            }
            else if (fitting.Count == 1)
            {
                var at = groups.FindIndex(group => ReferenceEquals(group.Members, fitting[0].Members));
                groups[at].Members.Add(i);
                groups[at] = (Merge(groups[at].Facts, mentions[i]), groups[at].Members);
            }
            else
            {
                groups.Add((mentions[i], [i]));
            }
        }

        var parts = groups.GroupBy(group => KeyOf(stub, group.Facts))
            .Select(same => new StubPart(same.Key, [.. same.SelectMany(group => group.Members).Order()])).ToList();
        if (parts.Count <= 1)
        {
            return [new StubPart(stub.Key, [.. Enumerable.Range(0, mentions.Count)])];
        }

        return [.. parts, .. ambiguous.Count == 0 ? Array.Empty<StubPart>() : [new StubPart(null, [.. ambiguous.Order()])]];
    }

    /// <summary>How much a mention says: a date more than a year, a year more than a term.</summary>
    private static int Weight(CitedDescription cited) =>
        (cited.Date is not null ? 8 : 0) + (cited.Year is not null ? 4 : 0) + (cited.Term is not null ? 2 : 0) + (cited.ProvinceId is not null ? 1 : 0);

    private DocumentKey KeyOf(KnownDocument stub, CitedDescription facts)
    {
        var place = stub.Docket is { } docket ? _facts.Place(docket, facts.ProvinceId ?? PlaceOf(stub)) : null;
        return facts.Date is { } date
            ? DocumentKey.ForNumber(stub.Key.Number, place, date)
            : DocumentKey.ForNumber(stub.Key.Number, place, facts.Year?.ToString(CultureInfo.InvariantCulture) ?? facts.Term ?? DocumentKey.Unknown);
    }

    private StubDecision Compare(KnownDocument stub, KnownDocument arrived)
    {
        if (stub.Docket is not { } number || !number.Equals(arrived.Docket))
        {
            return StubDecision.Different;
        }

        var shared = _facts.IsShared(number);
        var places = (PlaceOf(stub), PlaceOf(arrived));
        if (shared && places is ({ } a, { } b) && !string.Equals(a, b, StringComparison.Ordinal))
        {
            return StubDecision.Different;
        }

        var dates = (stub.Date ?? stub.Key.Date, arrived.Date ?? arrived.Key.Date);
        if (dates is ({ } x, { } y))
        {
            if (x != y)
            {
                return StubDecision.Different;
            }
            // The same number on the same day: with an unknown place only the issuers' agreement is missing.
            return Likeness.Issuers(stub.Issuer, arrived.Issuer) || !shared ? StubDecision.Same : StubDecision.Unsure;
        }

        if (!Likeness.Issuers(stub.Issuer, arrived.Issuer))
        {
            return StubDecision.Different;
        }

        if (shared && places is not ({ }, { }))
        {
            return StubDecision.Unsure;
        }

        return CompareVague(stub, arrived, dates.Item2);
    }

    private StubDecision CompareVague(KnownDocument stub, KnownDocument arrived, DateOnly? day)
    {
        var part = stub.Key.DatePart;
        if (part is null or DocumentKey.Unknown)
        {
            // Party numbers run on within a term only: without a term the number names several documents. A State
            // number with its year names one.
            return stub.Docket!.Year is not null ? StubDecision.Same : StubDecision.Unsure;
        }

        if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            var other = day?.Year ?? (int.TryParse(arrived.Key.DatePart, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : (int?)null);
            return other is null ? StubDecision.Unsure : other == year ? StubDecision.Same : StubDecision.Different;
        }

        if (day is null)
        {
            return string.Equals(part, arrived.Term ?? arrived.Key.DatePart, StringComparison.Ordinal) ? StubDecision.Same : StubDecision.Unsure;
        }

        return _facts.MayBeOfTerm(day, part, stub.Docket) ? StubDecision.Same : StubDecision.Different;
    }

    private static string? PlaceOf(KnownDocument document)
    {
        var place = document.ProvinceId ?? document.Key.Place;
        return place is DocumentKey.Unknown ? null : place;
    }

    private bool Agree(CitedDescription a, CitedDescription b) =>
        (a.Date is null || b.Date is null || a.Date == b.Date)
        && (a.Year is null || b.Year is null || a.Year == b.Year)
        && (a.Term is null || b.Term is null || string.Equals(a.Term, b.Term, StringComparison.Ordinal))
        && (a.ProvinceId is null || b.ProvinceId is null || string.Equals(a.ProvinceId, b.ProvinceId, StringComparison.Ordinal))
        && (a.Docket is { } number && _facts.IsShared(number) || (_facts.MayBeOfTerm(a.Date, b.Term, a.Docket) && _facts.MayBeOfTerm(b.Date, a.Term, a.Docket)));

    private static CitedDescription Merge(CitedDescription a, CitedDescription b) => a with
    {
        Header = a.Header with { Date = a.Date ?? b.Date, Term = a.Term ?? b.Term, ProvinceId = a.ProvinceId ?? b.ProvinceId },
        Year = a.Year ?? b.Year,
    };
}
