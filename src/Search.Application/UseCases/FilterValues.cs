using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Text;

namespace Search.Application.UseCases;

/// <summary>
/// Checks the values of filters. Of a closed list (types, levels, relations, orders) an unknown value is an error that
/// names the list, since it can find nothing; of an open one (issuers, provinces) it may be right and find nothing today,
/// so the nearest known values are named in the answer.
/// </summary>
internal static class FilterValues
{
    private const int MostNearest = 3;

    // Below it two names have little more in common than any two names of offices have.
    private const double LeastLikeness = 0.5;

    /// <exception cref="SearchException">A type, a level or a state of validity is unknown.</exception>
    public static void CheckClosed(SearchQuery query, QueryCatalogue names)
    {
        Check("type", IndexFields.Type, query.Type);
        Check("level", IndexFields.Level, query.Level);
        Check("validity", IndexFields.Validity, query.Validity);
        Check("status", IndexFields.Validity, query.Status);

        void Check(string parameter, string column, string[]? values)
        {
            if (Given(values).FirstOrDefault(value => names.Value(column, value) is null) is { } unknown)
            {
                throw OneOf(parameter, unknown, names.Allowed(column));
            }
        }
    }

    /// <exception cref="SearchException">A relation or a level is unknown.</exception>
    public static void CheckClosed(GraphQuery query, Catalogue catalogue)
    {
        CheckRelations(catalogue, query.Relation);
        CheckLevels(query.Level);
    }

    /// <exception cref="SearchException">A relation is unknown.</exception>
    public static void CheckRelations(Catalogue catalogue, params string[]? relations)
    {
        foreach (var relation in Given(relations))
        {
            if (catalogue.Relation(relation) is null)
            {
                throw OneOf("relation", relation, [.. catalogue.Relations.Select(r => r.Id)]);
            }
        }
    }

    /// <exception cref="SearchException">A level is unknown.</exception>
    public static void CheckLevels(params string[]? levels)
    {
        foreach (var level in Given(levels))
        {
            if (!Labels.Levels.Any(id => string.Equals(KeywordForm.Of(id), KeywordForm.Of(level), StringComparison.Ordinal)))
            {
                throw OneOf("level", level, Labels.Levels);
            }
        }
    }

    /// <summary>The error of a value outside a closed list.</summary>
    public static SearchException OneOf(string parameter, string value, IReadOnlyList<string> allowed)
    {
        var shown = value.Length > 80 ? value[..80] + "…" : value;
        var list = string.Join(", ", allowed);
        return SearchException.Invalid(
            parameter,
            $"'{parameter}' không nhận giá trị '{shown}'; các giá trị: {list}.",
            $"'{parameter}' does not take '{shown}'; it takes: {list}.");
    }

    /// <summary>The values of open filters, of parameters and of the query's text, that no document and no catalogue has, each
    /// with the nearest ones that are known; null where there are none.</summary>
    /// <param name="filters">The filters of the search.</param>
    /// <param name="knowledge">The collection.</param>
    /// <param name="snapshot">Its index, which knows the signers and recipients.</param>
    /// <param name="stop">Stops the search.</param>
    public static IReadOnlyList<UnknownValue>? Unknown(
        IReadOnlyList<Filter> filters, CollectionReader knowledge, IIndexSnapshot snapshot, CancellationToken stop)
    {
        var unknown = new List<UnknownValue>();
        foreach (var filter in filters.Select(filter => filter is NotFilter { Inner: var inner } ? inner : filter).OfType<KeywordFilter>())
        {
            if (Known(filter.Column, knowledge, snapshot, stop) is { } known)
            {
                unknown.AddRange(Unknown(filter, known));
            }
        }

        return unknown.Count == 0 ? null : unknown;
    }

    private static IReadOnlyList<string>? Known(string column, CollectionReader knowledge, IIndexSnapshot snapshot, CancellationToken stop) => column switch
    {
        IndexFields.Issuer => knowledge.Issuers,
        IndexFields.Province => [.. knowledge.Base.Catalogue.Provinces.Select(province => province.Id)],
        IndexFields.Signer or IndexFields.Recipient =>
        [
            .. snapshot.Search(new SearchRequest { Query = new AllQuery(), Limit = 1, Facets = [column] }, stop)
                .Facets.GetValueOrDefault(column, []).Select(value => value.Value),
        ],
        _ => null,
    };

    private static IEnumerable<UnknownValue> Unknown(KeywordFilter filter, IReadOnlyList<string> all)
    {
        foreach (var value in filter.Values)
        {
            var form = KeywordForm.Of(value);
            if (all.Any(known => string.Equals(KeywordForm.Of(known), form, StringComparison.Ordinal)
                || (filter.IsPart && $"-{KeywordForm.Of(known)}-".Contains($"-{form}-", StringComparison.Ordinal))))
            {
                continue;
            }

            var pairs = Pairs(value);
            yield return new UnknownValue(
                filter.Column,
                value,
                [
                    .. all.Select(known => (Name: known, Likeness: Likeness(pairs, Pairs(known))))
                        .Where(near => near.Likeness >= LeastLikeness)
                        .OrderByDescending(near => near.Likeness).ThenBy(near => near.Name, StringComparer.Ordinal)
                        .Take(MostNearest).Select(near => near.Name),
                ]);
        }
    }

    private static IEnumerable<string> Given(string[]? values) =>
        (values ?? []).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value.Trim());

    // The pairs of neighboring letters without marks: a typing error changes two of them, another word most.
    private static HashSet<(char, char)> Pairs(string name)
    {
        var letters = VietnameseFolding.Fold(name).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToList();
        return [.. letters.Zip(letters.Skip(1))];
    }

    // Dice's coefficient, 0 to 1.
    private static double Likeness(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
