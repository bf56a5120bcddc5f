namespace Search.Documents.Catalogues;

/// <summary>A catalogue could not be used. <see cref="Problem"/> names file, entry and reason.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="inner">The error below, if any.</param>
public sealed class CatalogueException(CatalogueProblem problem, Exception? inner = null)
    : Exception(problem.ToString(), inner)
{
    /// <summary>What is wrong, and where.</summary>
    public CatalogueProblem Problem { get; } = problem;
}
