using System.Globalization;
using System.Xml;

namespace Search.Ingestion.Reading;

/// <summary>Attributes of WordprocessingML, transitional or strict: only the local name is looked at.</summary>
internal static class Word
{
    public static string? Attribute(XmlReader xml, string name)
    {
        string? value = null;
        if (!xml.MoveToFirstAttribute())
        {
            return null;
        }

        do
        {
            if (string.Equals(xml.LocalName, name, StringComparison.Ordinal))
            {
                value = xml.Value;
            }
        }
        while (value is null && xml.MoveToNextAttribute());
        xml.MoveToElement();
        return value;
    }

    public static int? Number(XmlReader xml, string name) =>
        int.TryParse(Attribute(xml, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Whether a switch such as <c>w:b</c> is on: it is where it has no value.</summary>
    public static bool IsOn(XmlReader xml) => Attribute(xml, "val") is not ("0" or "false" or "off" or "none");
}
