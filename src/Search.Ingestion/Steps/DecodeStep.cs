using Search.Documents;
using Search.Text;

namespace Search.Ingestion.Steps;

/// <summary>Bytes to text for files that are text; others are left to their reader.</summary>
internal sealed class DecodeStep(FormatReaders readers, KnowledgeOptions options) : IIngestionStep
{
    public string Name => "decode";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        if (item.Bytes.IsEmpty)
        {
            throw new FileRefusedException("empty", "Tệp rỗng.", "The file is empty.");
        }

        if (readers.For(item.Path) is not ITextReader)
        {
            return;
        }

        if (item.Bytes.Length / 4 > options.MaxTextLength)
        {
            throw Refusals.TextTooLong(options.MaxTextLength);
        }

        if (!TextDecoder.TryDecode(item.Bytes.Span, out var decoded, out var error))
        {
            var isBinary = item.Bytes.Span.Contains((byte)0);
            throw new FileRefusedException(isBinary ? "binary" : "encoding", error.Message, error.MessageEn);
        }

        item.Decoded = decoded.Text;
        item.Encoding = decoded.Encoding;
    }
}
