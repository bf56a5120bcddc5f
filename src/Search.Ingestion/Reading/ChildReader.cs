using System.Diagnostics.CodeAnalysis;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>A reader that does its work in a process of its own, with a deadline and a limit of memory: whatever a file does
/// to a parser, the worker goes on. What comes back is what the reader itself would have given.</summary>
internal class ChildReader : IDocumentReader
{
    /// <summary>A shorter text is parsed here. Only blocks are looked for in it: the worst of thirty made-up texts of this
    /// length took 0.3 s, while the way through a pipe costs as much as the parsing of most. A page has no such bound.</summary>
    public const int SmallText = 32 << 10;

    private readonly KnowledgeOptions _options;
    private readonly Lazy<ReaderProgram?> _program;

    private ChildReader(IDocumentReader reader, KnowledgeOptions options)
    {
        _options = options;
        _program = new Lazy<ReaderProgram?>(() => ReaderProgram.Find(options.ReaderFolder));
        Extensions = reader.Extensions;
    }

    public IReadOnlyCollection<string> Extensions { get; }

    public static IDocumentReader Around(IDocumentReader reader, KnowledgeOptions options) =>
        reader is ITextReader text ? new OfText(text, options) : new ChildReader(reader, options);

    public bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = Ask(name, new ReadRequest(Extension(name), _options.MaxTextLength, null, bytes), null, out error);
        return text is not null;
    }

    private static string Extension(string name) => Path.GetExtension(name).ToLowerInvariant();

    private SourceText? Ask(string name, ReadRequest request, string? sent, out ReadError? error)
    {
        if (_program.Value is not { } program)
        {
            error = new ReadError(
                "needs-reader",
                "Thiếu chương trình Search.Ingestion.Reading nên không đọc được tệp; hãy cài đặt lại cả thư mục chương trình rồi chạy lại.",
                "The program Search.Ingestion.Reading is missing beside this one; install the whole folder again and run again.");
            return null;
        }

        var end = ReaderPool.Ask(program, _options.ReaderMemory, request, name, sent, _options.FileTimeout, out var answer);
        error = answer is null ? Refusal(end) : answer.Error;
        return answer?.Text;
    }

    private ReadError Refusal(ReaderEnd end)
    {
        if (end == ReaderEnd.Broken)
        {
            return new ReadError(
                "reader-failed",
                "Chương trình đọc tệp dừng đột ngột khi đọc tệp này.",
                "The program that reads files broke down over this one.");
        }

        var refusal = end == ReaderEnd.Late ? Refusals.Timeout(_options.FileTimeout) : Refusals.OutOfMemory();
        return new ReadError(refusal.Code, refusal.Reason, refusal.Message);
    }

    /// <summary>The same for files that are text: they come decoded and masked.</summary>
    private sealed class OfText(ITextReader reader, KnowledgeOptions options) : ChildReader(reader, options), ITextReader
    {
        /// <exception cref="FileRefusedException">It cannot be read.</exception>
        public SourceText Read(string name, string text, string encoding = "utf-16")
        {
            if (text.Length <= SmallText)
            {
                return reader.Read(name, text, encoding);
            }

            var request = ReadRequest.ForText(Extension(name), _options.MaxTextLength, encoding, text);
            return Ask(name, request, text, out var error)
                ?? throw new FileRefusedException(error!.Code, error.Message, error.MessageEn);
        }
    }
}
