using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// Word documents (.docx): paragraphs, headings, numbering, tables, text boxes, headers, footers and notes; what tracked
/// changes deleted and what does not show is left out. Blocks know their page where Word noted its page breaks. The parts
/// are read as streams, so that time and memory grow with the text and reading can be stopped; external entities are refused.
/// </summary>
internal sealed class DocxReader(int maxLength) : IDocumentReader
{
    private const string DocumentPart = "word/document.xml";

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public IReadOnlyCollection<string> Extensions { get; } = [".docx", ".docm", ".dotx", ".dotm"];

    public bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        if (!PackageGuard.TryOpen(bytes, out var package, out error))
        {
            return false;
        }

        using (package)
        {
            try
            {
                var builder = new SourceBuilder(maxLength);
                var styles = Part(package, "word/styles.xml", DocxStyles.Read) ?? DocxStyles.None;
                var numbering = Part(package, "word/numbering.xml", DocxNumbering.Read) ?? DocxNumbering.None;
                var notes = new DocxNotes();
                Part(package, "word/settings.xml", notes.ReadSettings);
                var body = new DocxBody(builder, styles, numbering, notes);
                foreach (var header in Entries(package, "word/header"))
                {
                    Part(package, header, body.ReadMargin);
                }

                if (!Part(package, DocumentPart, body.Read))
                {
                    error = PackageGuard.Broken();
                    return false;
                }

                if (body.Turns == 0 && Part(package, "docProps/app.xml", PageCount) != 1)
                {
                    builder.ForgetPages();
                }

                Part(package, "word/footnotes.xml", xml => body.ReadNotes(xml, isEnd: false));
                Part(package, "word/endnotes.xml", xml => body.ReadNotes(xml, isEnd: true));
                foreach (var footer in Entries(package, "word/footer"))
                {
                    Part(package, footer, body.ReadMargin);
                }

                PackageBeside.Read(package, "word/", builder);

                text = builder.Build(name, "docx");
                return true;
            }
            catch (ReadRefusedException refused)
            {
                error = refused.Error;
                return false;
            }
            catch (Exception broken) when (broken is XmlException or InvalidDataException)
            {
                error = new ReadError(
                    "broken-docx", "Tệp Word bị hỏng, không đọc được.", "The Word file is damaged and cannot be read.");
                return false;
            }
        }
    }

    /// <summary>How many pages Word counted when it last laid the paper out: a paper of one page turns none.</summary>
    private static int? PageCount(XmlReader xml) =>
        xml.ReadToFollowing("Pages") && int.TryParse(xml.ReadElementContentAsString(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : null;

    private static IEnumerable<string> Entries(ZipArchive package, string prefix) => package.Entries
        .Select(entry => entry.FullName)
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static T? Part<T>(ZipArchive package, string name, Func<XmlReader, T> read)
    {
        if (package.GetEntry(name) is not { } entry)
        {
            return default;
        }

        using var stream = new MemoryStream(PackageGuard.Read(entry, CancellationToken.None), writable: false);
        using var xml = XmlReader.Create(stream, Xml);
        return read(xml);
    }
}
