using Search.Documents;
using Search.Ingestion.Reading;

namespace Search.Ingestion;

/// <summary>Which reader reads which file. A new format is a new reader and a line in <see cref="Create"/>.</summary>
internal sealed class FormatReaders(IReadOnlyList<IDocumentReader> readers)
{
    /// <summary>The reader for a name, by its extension; null when there is none.</summary>
    public IDocumentReader? For(string path) => DocumentReaders.For(path, readers);

    /// <summary>Plain text is split by lines in this process; what is parsed is parsed in another one (<see cref="ChildReader"/>).
    /// Files of office programs are looked at first, because their names are often wrong.</summary>
    public static FormatReaders Create(KnowledgeOptions options)
    {
        IDocumentReader[] parsed = [.. Readers.Create(options.MaxTextLength).Select(reader => ChildReader.Around(reader, options)), new PdfReader(options)];
        return new FormatReaders([new PlainTextReader(), new OfficeReader(options, parsed), .. parsed]);
    }
}
