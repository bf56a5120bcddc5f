namespace Search.Store;

/// <summary>Something wrong that a check of the store found.</summary>
/// <param name="Kind">Stable name: <c>database</c>, <c>checksum</c>, <c>span</c>, <c>link</c>, <c>revision</c>.</param>
/// <param name="Subject">Path or key it is about; empty when it is about the whole database.</param>
/// <param name="Message">What is wrong, for an operator, without any text of documents.</param>
public sealed record StoreProblem(string Kind, string Subject, string Message);
