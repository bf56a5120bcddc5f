using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Search.Api.Settings;
using Search.Store;

namespace Search.Api.SignIn;

/// <summary>The framework's keys for cookies and forms, kept in the store, so that every host over it knows them and a
/// restart signs nobody out.</summary>
internal sealed class ProtectionKeys(IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => HostSettings.IsDescribing
        ? []
        : [.. Records.List(RecordKinds.Protection).Select(record => XElement.Parse(RecordJson.Read<Element>(record).Xml))];

    public void StoreElement(XElement element, string friendlyName)
    {
        if (HostSettings.IsDescribing)
        {
            return;
        }

        Records.Write(changes =>
        {
            changes.Put(RecordKinds.Protection, friendlyName, RecordJson.Write(new Element(element.ToString(SaveOptions.DisableFormatting))));
            return true;
        });
    }

    // Asked for late: the framework makes this when the host is put together, before a store may be opened.
    private IRecordStore Records => services.GetRequiredService<IRecordStore>();

    private sealed record Element(string Xml);
}
