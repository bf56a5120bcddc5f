namespace Search.Engine;

/// <summary>The order of hits. Ties are broken by score, then by id.</summary>
public enum SortOrder
{
    /// <summary>Best score first.</summary>
    Relevance,

    /// <summary>Latest <see cref="IndexFields.Date"/> first; undated last.</summary>
    Newest,

    /// <summary>Earliest <see cref="IndexFields.Date"/> first; undated last.</summary>
    Oldest,

    /// <summary>Largest <see cref="IndexFields.CitedBy"/> first.</summary>
    MostCited,
}
