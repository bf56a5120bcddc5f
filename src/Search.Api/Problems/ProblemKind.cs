namespace Search.Api.Problems;

/// <summary>
/// One kind of error the API answers with. Its <see cref="Type"/> never changes; titles and details may.
/// </summary>
/// <param name="Code">Kebab-case name, the end of the type.</param>
/// <param name="Status">The HTTP status it always comes with.</param>
/// <param name="Title">What went wrong, in Vietnamese.</param>
/// <param name="TitleEn">The same in English.</param>
public sealed record ProblemKind(string Code, int Status, string Title, string TitleEn)
{
    /// <summary>The RFC 9457 type: a reference on this host that explains the error.</summary>
    public string Type => "/problems/" + Code;
}
