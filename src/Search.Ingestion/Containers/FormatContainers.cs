namespace Search.Ingestion.Containers;

/// <summary>Which files hold several sources. A new kind of container is a class and a line here.</summary>
internal static class FormatContainers
{
    public static IReadOnlyList<IContainerReader> Create(FormatReaders readers)
    {
        IContainerReader zip = new ZipContainer(readers), mail = new MailContainer(readers);
        return [new NestedContainer(zip, [zip, mail]), new ManifestContainer(), new SheetContainer(readers), new NestedContainer(mail, [zip, mail])];
    }
}
