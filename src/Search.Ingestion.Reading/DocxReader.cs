using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// Word documents (.docx): paragraphs, headings, numbering, tables, headers and notes; what tracked changes deleted is
/// left out. Blocks know their page where Word noted its page breaks. The parts are read as streams, so that time and memory grow with the text and reading can be stopped;
/// external entities are refused.
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

    public IReadOnlyCollection<string> Extensions { get; } = [".docx"];

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
                var body = new DocxBody(builder, styles, numbering);
                foreach (var header in Entries(package, "word/header"))
                {
                    Part(package, header, body.ReadHeader);
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

                foreach (var notes in (ReadOnlySpan<string>)["word/footnotes.xml", "word/endnotes.xml"])
                {
                    Part(package, notes, body.ReadNotes);
                }

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
