namespace Search.Engine;

/// <summary>A condition on columns that every hit meets.</summary>
/// <param name="Column">The column's name.</param>
public abstract record Filter(string Column);
