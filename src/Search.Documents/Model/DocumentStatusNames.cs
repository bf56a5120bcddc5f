namespace Search.Documents;

/// <summary>The names of a document's state in JSON, filters and exports.</summary>
public static class DocumentStatusNames
{
    /// <summary><c>present</c>, <c>abstract</c>, <c>stub</c> or <c>known</c>.</summary>
    public static string Id(this DocumentStatus status) => status switch
    {
        DocumentStatus.Present => "present",
        DocumentStatus.Abstract => "abstract",
        DocumentStatus.Known => "known",
        _ => "stub",
    };

    /// <summary>Whether a source file of it was ingested: its text or an abstract.</summary>
    public static bool IsHeld(this DocumentStatus status) => status is DocumentStatus.Present or DocumentStatus.Abstract;
}
