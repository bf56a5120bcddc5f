namespace Search.Ingestion;

/// <summary>A file that cannot be ingested, with a reason a person understands. Never carries text of the file.</summary>
internal sealed class FileRefusedException : Exception
{
    public FileRefusedException(string code, string reason, string reasonEnglish)
        : base(reasonEnglish)
    {
        Code = code;
        Reason = reason;
    }

    /// <summary>Stable name of the reason.</summary>
    public string Code { get; }

    /// <summary>The reason in Vietnamese.</summary>
    public string Reason { get; }

    /// <summary>The step that refused it, once known.</summary>
    public string Step { get; set; } = "";
}
