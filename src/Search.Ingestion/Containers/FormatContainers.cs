namespace Search.Ingestion.Containers;

/// <summary>Which files hold several sources. A new kind of container is a class and a line here.</summary>
internal static class FormatContainers
{
    public static IReadOnlyList<IContainerReader> Create(FormatReaders readers) =>
        [new ZipContainer(readers), new ManifestContainer(), new SheetContainer(readers), new MailContainer(readers)];
}
