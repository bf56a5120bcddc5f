using Search.Ingestion.Reading;

namespace Search.Ingestion.Containers;

/// <summary>ZIP archives. Names that lead out of the archive, and what nothing here reads, are refused. Archives and messages
/// in it are given as they are (<see cref="NestedContainer"/>).</summary>
internal sealed class ZipContainer(FormatReaders readers) : IContainerReader
{
    public IReadOnlyCollection<string> Extensions { get; } = [".zip"];

    public IEnumerable<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, string folder, CancellationToken ct)
    {
        if (!PackageGuard.TryOpen(bytes, RawNames.Instance, out var package, out var error))
        {
            throw new FileRefusedException(error.Code, error.Message, error.MessageEn);
        }

        using (package)
        {
            var names = new EntryNames(package);
            var entries = package.Entries.Select(entry => (Name: names.Of(entry), Entry: entry));
            foreach (var (name, entry) in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                ct.ThrowIfCancellationRequested();
                if (name.EndsWith('/') || IsLeftAlone(name))
                {
                    continue;
                }

                // What a packer writes about an archive and its entries is shown with them.
                yield return Take(name, entry, ct) with { Heading = string.Join('\n', ((string[])[names.Read(package.Comment), names.Read(entry.Comment)]).Where(note => note.Length > 0)) is { Length: > 0 } notes ? notes : null };
            }
        }
    }

    private ContainerEntry Take(string name, System.IO.Compression.ZipArchiveEntry entry, CancellationToken ct)
    {
        if (name.Any(char.IsControl) || name.StartsWith('/') || name.Split('/').Contains("..", StringComparer.Ordinal))
        {
            var shown = string.Concat(name.Select(c => char.IsControl(c) ? '\uFFFD' : c)).Replace("..", "__", StringComparison.Ordinal);
            return new ContainerEntry(shown.TrimStart('/'), [], new FileRefusedException(
                "bad-name", "Tên trong tệp nén không hợp lệ.", "A name in the archive leads out of it or holds control characters."));
        }

        if (readers.For(name) is null && !NestedContainer.IsOpened(name))
        {
            return new ContainerEntry(name, [], Refusals.UnknownFormat(Path.GetExtension(name)));
        }

        try
        {
            return new ContainerEntry(name, PackageGuard.Read(entry, ct));
        }
        catch (InvalidDataException)
        {
            var broken = PackageGuard.Broken();
            return new ContainerEntry(name, [], new FileRefusedException(broken.Code, broken.Message, broken.MessageEn));
        }
    }

    private static bool IsLeftAlone(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        return last.StartsWith('.') || name.StartsWith("__MACOSX/", StringComparison.Ordinal)
            || last.Equals("README.md", StringComparison.OrdinalIgnoreCase);
    }
}
