namespace Search.Application.Contracts;

/// <summary>A list of documents.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Documents">The documents, in the order in which they were put in.</param>
public sealed record BasketLine(string Id, string Name, DateTimeOffset CreatedAt, IReadOnlyList<DocumentLine> Documents);
