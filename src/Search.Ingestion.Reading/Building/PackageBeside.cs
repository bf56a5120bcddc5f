using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Search.Ingestion.Reading;

/// <summary>What a package of Word or Excel shows or says of itself in other parts than its text: pictures, diagrams, charts,
/// comments, properties. Parts that are no well-formed XML are passed over.</summary>
internal static class PackageBeside
{
    private const int MostParts = 200;

    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <param name="package">The package.</param>
    /// <param name="folder">Its main folder, with a slash.</param>
    /// <param name="builder">Takes the lines.</param>
    public static void Read(ZipArchive package, string folder, SourceBuilder builder)
    {
        foreach (var entry in package.Entries.Where(entry => KindOf(entry.FullName, folder) is not null).Take(MostParts))
        {
            var kind = KindOf(entry.FullName, folder)!.Value;
            using var stream = new MemoryStream(PackageGuard.Read(entry, CancellationToken.None), writable: false);
            using var xml = XmlReader.Create(stream, Xml);
            try
            {
                if (kind == PartKind.Properties)
                {
                    ReadProperties(xml, builder);
                }
                else
                {
                    ReadLines(xml, kind == PartKind.Remark ? builder.AddRemark : builder.AddBeside, builder);
                }
            }
            catch (XmlException)
            {
                // Drawings of older versions hold pages that are no XML; the text itself has been read.
            }
        }
    }

    private static PartKind? KindOf(string name, string folder)
    {
        if (name is "docProps/core.xml" or "docProps/custom.xml" or "docProps/app.xml")
        {
            return PartKind.Properties;
        }

        if (name.StartsWith("customXml/item", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal))
        {
            return PartKind.Remark;
        }

        if (!name.StartsWith(folder, StringComparison.Ordinal) || !(name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".vml", StringComparison.Ordinal)))
        {
            return null;
        }

        var part = name[folder.Length..];
        return part.StartsWith("comments", StringComparison.Ordinal) || part.StartsWith("threadedComments/", StringComparison.Ordinal) ? PartKind.Remark
            : part.StartsWith("drawings/", StringComparison.Ordinal) || part.StartsWith("charts/chart", StringComparison.Ordinal) || part.StartsWith("diagrams/data", StringComparison.Ordinal) ? PartKind.Shown
            : null;
    }

    /// <summary>Words by paragraphs, and what stands for pictures.</summary>
    private static void ReadLines(XmlReader xml, Action<string?> add, SourceBuilder builder)
    {
        var line = new StringBuilder();
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                line.Append(xml.Value.ReplaceLineEndings("\n"));
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "cNvPr" or "shape" or "textpath" })
            {
                foreach (var name in (ReadOnlySpan<string>)["descr", "title", "name", "alt", "string"])
                {
                    builder.AddBeside(xml.GetAttribute(name));
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is not ("r" or "t" or "rPr" or "b" or "i" or "font" or "span"))
            {
                add(line.ToString());
                line.Clear();
            }
        }

        add(line.ToString());
    }

    /// <summary>Properties by name and value: an entry named for secrecy says what its value is. The headings that Word lists among
    /// them are in the text.</summary>
    private static void ReadProperties(XmlReader xml, SourceBuilder builder)
    {
        string? name = null;
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "TitlesOfParts" or "HeadingPairs" })
            {
                xml.Skip();
                continue;
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "property" })
            {
                name = xml.GetAttribute("name");
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "property" })
            {
                name = null;
            }
            else if (xml.NodeType == XmlNodeType.Text)
            {
                builder.AddBeside(xml.Value);
                if (name is not null)
                {
                    builder.AddBeside($"{name}: {xml.Value}");
                }
            }

            xml.Read();
        }
    }

    private enum PartKind
    {
        /// <summary>Seen on the page.</summary>
        Shown,

        /// <summary>Written about it.</summary>
        Remark,

        /// <summary>Properties of the file.</summary>
        Properties,
    }
}
