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

    /// <exception cref="SearchException">A type or a level is unknown.</exception>
    public static void CheckClosed(SearchQuery query, CollectionReader knowledge)
    {
        foreach (var type in Given(query.Type))
        {
            if (knowledge.Names.FindType(type) is null)
            {
                throw OneOf("type", type, [.. knowledge.Base.Catalogue.Types.Select(t => t.Id)]);
            }
        }

        CheckLevels(query.Level);
    }

    /// <exception cref="SearchException">A relation or a level is unknown.</exception>
    public static void CheckClosed(GraphQuery query, Catalogue catalogue)
    {
        foreach (var relation in Given(query.Relation))
        {
            if (catalogue.Relation(relation) is null)
            {
                throw OneOf("relation", relation, [.. catalogue.Relations.Select(r => r.Id)]);
            }
        }

        CheckLevels(query.Level);
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

    /// <summary>The values of open filters that no document and no catalogue has, each with the nearest ones that are known;
    /// null where there are none.</summary>
    public static IReadOnlyList<UnknownValue>? Unknown(SearchQuery query, CollectionReader knowledge)
    {
        List<UnknownValue> unknown =
        [
            .. Unknown("issuer", query.Issuer, knowledge.Names.Issuer, () => knowledge.Issuers),
            .. Unknown("province", query.Province, knowledge.Names.Province, () => [.. knowledge.Base.Catalogue.Provinces.Select(p => p.Id)]),
        ];
        return unknown.Count == 0 ? null : unknown;
    }

    private static IEnumerable<UnknownValue> Unknown(
        string parameter, string[]? values, Func<string, string> canonical, Func<IReadOnlyList<string>> all)
    {
        foreach (var value in Given(values))
        {
            var form = KeywordForm.Of(canonical(value));
            if (all().Any(known => string.Equals(KeywordForm.Of(known), form, StringComparison.Ordinal)))
            {
                continue;
            }

            var pairs = Pairs(value);
            yield return new UnknownValue(
                parameter,
                value,
                [
                    .. all().Select(known => (Name: known, Likeness: Likeness(pairs, Pairs(known))))
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
