using System.Collections.Immutable;

namespace Search.Documents.Catalogues;

/// <summary>
/// What the letters of a number stand for. Several types or bodies mean that the number leaves it open; none that
/// the catalogue does not know the letters.
/// </summary>
/// <param name="Layer">Whose number it is, by its form and its bodies.</param>
/// <param name="Types">The types it can be, most likely first.</param>
/// <param name="Bodies">The bodies that can have issued it; for a joint document all of its issuers, in order.</param>
public sealed record DocketMeaning(Layer Layer, ImmutableArray<TypeEntry> Types, ImmutableArray<BodyEntry> Bodies)
{
    /// <summary>Whether many issuers use the sign, so that a key needs the place.</summary>
    public bool NeedsPlace => Bodies.Any(body => body.Shared);

    internal static DocketMeaning Of(Docket docket, Catalogue catalogue)
    {
        var party = docket.Style is DocketStyle.Party or DocketStyle.NoOrgan;
        var layer = party ? Layer.Party : Layer.State;
        ImmutableArray<TypeEntry> types = docket.Type is null ? [] : catalogue.TypesByAbbreviation(docket.Type, layer);
        var bodies = docket.Organ is null ? [] : Issuers(docket.Organ, catalogue);
        if (types.IsEmpty && docket.Type is not null && catalogue.BodiesBySign(docket.Type) is { IsEmpty: false } signed)
        {
            // 4011/UBND-VX2: a State letter names the body where others have the type; 196-HĐBT names nothing else.
            bodies = signed;
            types = party ? Untyped(signed, catalogue) : catalogue.Type("cong-van") is { } letter ? [letter] : [];
        }
        else if (types.IsEmpty)
        {
            // Some bodies of the State number like the Party; the letters still say what it is.
            types = docket.Type is null ? Untyped(bodies, catalogue) : catalogue.TypesByAbbreviation(docket.Type);
        }

        if (party && !bodies.IsEmpty && bodies.All(body => !body.Layer.HasFlag(Layer.Party)))
        {
            layer = bodies[0].Layer;
        }

        return new DocketMeaning(layer, types, bodies);
    }

    private static ImmutableArray<BodyEntry> Issuers(string organ, Catalogue catalogue)
    {
        var whole = catalogue.BodiesBySign(organ);
        if (!whole.IsEmpty)
        {
            return whole;
        }
        // TANDTC-VKSNDTC signs for two; in TWĐTN-VP the tail is a unit that no catalogue lists.
        return [.. organ.Split('-').SelectMany(sign => catalogue.BodiesBySign(sign)).Distinct()];
    }

    private static ImmutableArray<TypeEntry> Untyped(ImmutableArray<BodyEntry> bodies, Catalogue catalogue) =>
        [.. bodies.SelectMany(body => body.UntypedTypes).Distinct(StringComparer.Ordinal).Select(catalogue.Type).OfType<TypeEntry>()];
}
