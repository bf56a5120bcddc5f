using System.Collections.Immutable;
using Search.Citations.Patterns;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations.Relations;

/// <summary>
/// Whether the body that issued one document can change another: none changes what a higher one has issued, nor the Party what
/// the State has issued and the other way round. Levels and ranks are data of <c>bodies.json</c>. A sign that several bodies
/// share counts for the highest of them where it acts and for the lowest where it is acted on; a body that nobody knows may do
/// anything, and so may a consolidated text, which speaks for the body whose text it holds.
/// </summary>
internal static class Standing
{
    /// <summary>What one level is above the next; more than any rank.</summary>
    private const int Step = 100;

    /// <summary>Whether a document can amend, replace or repeal what a mention names, as far as both issuers are known.</summary>
    public static bool MayChange(Catalogue catalogue, Document host, Draft target)
    {
        if (host.Docket is { } number && catalogue.TypeOf(number) is { Consolidates: true })
        {
            return true;
        }

        var acting = Bodies(catalogue, host.Issuer, host.Docket, host.Type);
        var changed = Bodies(catalogue, target.Issuer, target.Docket, target.Type?.Id);
        if (acting.IsEmpty || changed.IsEmpty)
        {
            return true;
        }

        var (of, on) = (Layers(acting), Layers(changed));
        return (of & on) != Layer.None && acting.Max(Highest) >= changed.Min(Lowest);
    }

    /// <summary>The bodies that can have issued a document: the one it names, else those of its sign, else the only one of its type.</summary>
    private static ImmutableArray<BodyEntry> Bodies(Catalogue catalogue, string? issuer, Docket? docket, string? type)
    {
        if (issuer is not null && catalogue.BodiesByName(issuer) is { IsEmpty: false } named)
        {
            return named;
        }

        if (docket is not null && catalogue.Interpret(docket).Bodies is { IsEmpty: false } signed)
        {
            return signed;
        }

        return type is not null && catalogue.Type(type)?.IssuedBy is { } only && catalogue.Body(only) is { } body ? [body] : [];
    }

    private static Layer Layers(ImmutableArray<BodyEntry> bodies) => bodies.Aggregate(Layer.None, static (layers, body) => layers | body.Layer);

    private static int Highest(BodyEntry body) => body.Level switch
    {
        "trung-uong" => 3 * Step,
        "tinh" or "dia-phuong" => 2 * Step,
        "huyen" => Step,
        _ => 0,
    } + (body.Level is "dia-phuong" ? Step - 1 : body.Rank);

    private static int Lowest(BodyEntry body) => body switch
    {
        { Shared: true, Ambiguous: true } or { Level: "dia-phuong" } => 0,
        _ => Highest(body),
    };
}
