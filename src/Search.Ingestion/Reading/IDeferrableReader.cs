using System.Diagnostics.CodeAnalysis;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>A reader some of whose files take minutes, as a scan does that has to be recognized page by page. Such files
/// are deferred until the others are in.</summary>
internal interface IDeferrableReader : IDocumentReader
{
    /// <summary>Code of the error of <see cref="TryReadWithinBudget"/> for a file that has to be deferred.</summary>
    const string Deferred = "takes-long";

    /// <summary>How long a file that was deferred may take, all steps before the store together.</summary>
    TimeSpan Timeout { get; }

    /// <summary>Waits until one may begin, where files are read one at a time: the time of waiting is not the file's.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>What to dispose of after reading; null where nobody waits for it.</returns>
    Task<IDisposable?> TakeTurnAsync(string name, CancellationToken ct) => Task.FromResult<IDisposable?>(null);

    /// <summary>Reads as <see cref="IDocumentReader.TryRead"/> does, but what takes long ends with the error
    /// <see cref="Deferred"/>.</summary>
    bool TryReadWithinBudget(
        string name, ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out SourceText? text, [NotNullWhen(false)] out ReadError? error);
}
