using System.Diagnostics.CodeAnalysis;
using Search.Documents;
using Search.Ingestion.Reading;
using Search.Text;

namespace Search.Ingestion.Steps;

/// <summary>Text to blocks, by the reader that the name asks for. Personal data is masked here, character for
/// character, so that no later step sees it and every span holds.</summary>
internal sealed class ReadStep(FormatReaders readers, KnowledgeOptions options) : IIngestionStep
{
    public string Name => "read";

    public void Run(IngestionItem item, CancellationToken ct)
    {
        var reader = readers.For(item.Path)
            ?? throw Refusals.UnknownFormat(System.IO.Path.GetExtension(item.Path));
        var source = item.Decoded is { } decoded && reader is ITextReader text
            ? text.Read(item.Path, Masked(Whole(decoded)), item.Encoding)
            : Read(reader, item, ct);
        if (source.Text.Length > options.MaxTextLength)
        {
            throw Refusals.TextTooLong(options.MaxTextLength);
        }

        if (string.IsNullOrWhiteSpace(source.Text))
        {
            throw Refusals.Blank();
        }

        item.Encoding = source.Encoding;
        if (item.Heading is { } heading)
        {
            source = source with { Beside = [.. source.Beside, heading] };
        }

        item.Source = source with { Metadata = source.Metadata.ToDictionary(entry => entry.Key, entry => MaskedField(entry.Key, entry.Value), StringComparer.Ordinal) };
        item.Decoded = null;
        item.Bytes = default;
    }

    private SourceText Read(IDocumentReader reader, IngestionItem item, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!TryRead(reader, item, out var source, out var error))
        {
            throw new FileRefusedException(error.Code, error.Message, error.MessageEn);
        }

        return source with { Text = Masked(Whole(source.Text)) };
    }

    private static bool TryRead(
        IDocumentReader reader,
        IngestionItem item,
        [NotNullWhen(true)] out SourceText? source,
        [NotNullWhen(false)] out ReadError? error) =>
        reader is IDeferrableReader slow && !item.MayTakeLong
            ? slow.TryReadWithinBudget(item.Path, item.Bytes, out source, out error)
            : reader.TryRead(item.Path, item.Bytes, out source, out error);

    private string Masked(string text) => options.MaskPersonalData ? PersonalData.Mask(text) : text;

    /// <summary>The name of a field says what its figures are.</summary>
    private string MaskedField(string name, string value) => Masked($"{name}: {value}")[^value.Length..];

    /// <summary>A lone surrogate has no UTF-8 form and would not come back from the store as it went in.</summary>
    private static string Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                throw new FileRefusedException(
                    "encoding",
                    $"Văn bản có mã UTF-16 không hợp lệ tại vị trí {i}.",
                    $"The text holds a lone surrogate at offset {i}.");
            }
        }

        return text;
    }
}
