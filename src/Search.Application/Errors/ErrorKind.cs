namespace Search.Application.Errors;

/// <summary>What kind of mistake a caller made. Each door of the program has its own form for it: a problem's type
/// over HTTP, an exit code of the command line, a tool error.</summary>
public enum ErrorKind
{
    /// <summary>A parameter is missing or wrong.</summary>
    InvalidRequest,

    /// <summary>The query text cannot be read; the errors say where.</summary>
    InvalidQuery,

    /// <summary>A documented limit is exceeded.</summary>
    LimitExceeded,

    /// <summary>The cursor is garbled.</summary>
    InvalidCursor,

    /// <summary>There is no such document.</summary>
    NotFound,

    /// <summary>Several documents match; the candidates name them.</summary>
    Ambiguous,
}
