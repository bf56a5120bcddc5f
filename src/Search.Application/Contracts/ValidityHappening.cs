namespace Search.Application.Contracts;

/// <summary>Something that happened to a document.</summary>
/// <param name="Kind">One of <c>ban-hanh dinh-chinh xac-nhan-hieu-luc sua-doi-bo-sung thay-the-mot-phan bai-bo-mot-phan ngung-hieu-luc
/// khoi-phuc thay-the bai-bo het-han</c>.</param>
/// <param name="Date">When; null where the acting document bears no date.</param>
/// <param name="Document">Key of the acting document.</param>
/// <param name="Evidence">The sentence that shows it; null for the issue.</param>
public sealed record ValidityHappening(string Kind, DateOnly? Date, string Document, ValidityProof? Evidence);
