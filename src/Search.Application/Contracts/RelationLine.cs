namespace Search.Application.Contracts;

/// <summary>A relation between two documents.</summary>
/// <param name="Id">What answers use, <c>thuc-hien</c>.</param>
/// <param name="Label">Citing to cited.</param>
/// <param name="Inverse">Cited to citing.</param>
/// <param name="LabelEn">Citing to cited, in English.</param>
/// <param name="InverseEn">Cited to citing, in English.</param>
public sealed record RelationLine(string Id, string Label, string Inverse, string LabelEn, string InverseEn);
