using System.Diagnostics.CodeAnalysis;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// Files of office programs, by what they are and not by what they are called. What has a reader of its own goes there; the
/// older formats (.doc, .rtf, .odt, .ods) are turned into today's by LibreOffice first (<see cref="OfficeConverter"/>), which
/// takes seconds, so that they are deferred until the other files are in.
/// </summary>
internal sealed class OfficeReader(KnowledgeOptions options, IReadOnlyList<IDocumentReader> readers) : IDeferrableReader
{
    private readonly OfficeConverter _converter = new(options);

    public IReadOnlyCollection<string> Extensions { get; } =
        [".doc", ".dot", ".docx", ".docm", ".dotx", ".dotm", ".rtf", ".odt", ".ott", ".fodt", ".wps", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".fods"];

    public TimeSpan Timeout => options.OfficeTimeout + options.FileTimeout;

    public Task<IDisposable?> TakeTurnAsync(string name, CancellationToken ct) =>
        DocumentReaders.For(Path.GetExtension(name).ToLowerInvariant(), readers) is null
            ? OfficeConverter.TakeTurnAsync(ct)
            : Task.FromResult<IDisposable?>(null);

    public bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error) => TryRead(name, bytes, mayConvert: true, out text, out error);

    public bool TryReadWithinBudget(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error) => TryRead(name, bytes, mayConvert: false, out text, out error);

    private bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        bool mayConvert,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        var form = FileSignature.ExtensionOf(bytes) ?? Path.GetExtension(name).ToLowerInvariant();
        if (form is ".encrypted")
        {
            error = new ReadError("encrypted", "Tệp được đặt mật khẩu.", "The file is protected by a password.");
            return false;
        }

        if (DocumentReaders.For(form, readers) is { } reader)
        {
            // A reader knows its format by the name; the text carries the name of the file.
            var isRead = !mayConvert && reader is IDeferrableReader slow
                ? slow.TryReadWithinBudget(name + form, bytes, out text, out error)
                : reader.TryRead(name + form, bytes, out text, out error);
            text = text is null ? null : text with { Name = name };
            return isRead;
        }

        if (!_converter.IsAvailable)
        {
            error = OfficeConverter.Missing(form);
            return false;
        }

        if (!mayConvert)
        {
            error = new ReadError(IDeferrableReader.Deferred, "Tệp phải chuyển đổi bằng LibreOffice.", "The file has to be converted by LibreOffice.");
            return false;
        }

        if (!_converter.TryConvert(form, bytes, out var converted, out var target, out error))
        {
            return false;
        }

        if (!DocumentReaders.For(target, readers)!.TryRead(name + target, converted, out text, out error))
        {
            return false;
        }

        text = text with { Name = name, Encoding = $"{form.TrimStart('.')}>{text.Encoding}" };
        return true;
    }
}
