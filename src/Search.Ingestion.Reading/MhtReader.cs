using System.Diagnostics.CodeAnalysis;
using MimeKit;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>Pages saved as one file (.mht), as browsers and Word write them: the page itself, without what it shows beside
/// its text. MimeKit takes the envelope apart; the page is read as any other (<see cref="HtmlReader"/>).</summary>
internal sealed class MhtReader(int maxLength) : IDocumentReader
{
    public IReadOnlyCollection<string> Extensions { get; } = [".mht", ".mhtml"];

    public bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        try
        {
            using var message = MailParts.Load(bytes);
            if (MailParts.Body(message) is { } body)
            {
                var content = MailParts.Content(body);
                return body.IsHtml
                    ? new HtmlReader(maxLength).TryRead(name, content, body.ContentType.Charset, out text, out error)
                    : new PlainPage(maxLength).TryRead(name, content, body.ContentType.Charset, out text, out error);
            }
        }
        catch (Exception broken) when (broken is FormatException or ParseException or IOException)
        {
            // No envelope: told below.
        }

        error = new ReadError("broken-mht", "Tệp MHT bị hỏng hoặc không có trang nào.", "The MHT file is damaged or holds no page.");
        return false;
    }

    /// <summary>A part that is plain text: its lines as they are.</summary>
    private sealed class PlainPage(int maxLength)
    {
        public bool TryRead(
            string name, byte[] content, string? charset, [NotNullWhen(true)] out SourceText? text, [NotNullWhen(false)] out ReadError? error)
        {
            text = null;
            if (!HtmlDecoder.TryDecode(content, charset, out var decoded, out error))
            {
                return false;
            }

            if (decoded.Text.Length > maxLength)
            {
                error = SourceBuilder.TooLong(maxLength);
                return false;
            }

            text = new PlainTextReader().Read(name, decoded.Text, decoded.Encoding);
            return true;
        }
    }
}
