namespace Search.Citations;

/// <summary>How a type noun alone points to its document.</summary>
public enum BackReferenceKind
{
    /// <summary>The noun with nothing: <c>thực hiện Chỉ thị</c>.</summary>
    Bare,

    /// <summary><c>Kế hoạch này</c>.</summary>
    This,

    /// <summary><c>Chỉ thị nêu trên</c>, <c>nói trên</c>, <c>trên</c>.</summary>
    Above,
}
