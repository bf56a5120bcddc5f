namespace Search.Ingestion.Containers;

/// <summary>
/// Archives and messages inside archives and messages: an office mails its papers packed, and packs its mail. What lies in an
/// inner one is a source like what lies in the outer one, under the names of both. Depth, entries and bytes of all of them
/// together are limited, so that archives that hold themselves come to an end.
/// </summary>
internal sealed class NestedContainer(IContainerReader outer, IReadOnlyList<IContainerReader> inner) : IContainerReader
{
    private const int MaxDepth = 3;
    private const int MaxEntries = 5_000;
    private const long MaxBytes = 256L << 20;

    public IReadOnlyCollection<string> Extensions => outer.Extensions;

    /// <summary>Whether a name is of an archive or message that is opened inside another one.</summary>
    public static bool IsOpened(string name) => Path.GetExtension(name).ToLowerInvariant() is ".zip" or ".eml";

    public IEnumerable<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, string folder, CancellationToken ct)
    {
        var (entries, size) = (0, 0L);
        return Entries(outer.Open(bytes, folder, ct), depth: 0);

        IEnumerable<ContainerEntry> Entries(IEnumerable<ContainerEntry> found, int depth)
        {
            foreach (var entry in found)
            {
                if (depth > 0 && entry.Refusal is null)
                {
                    entries++;
                    size += entry.Bytes.Length;
                }

                if (entries > MaxEntries || size > MaxBytes)
                {
                    yield return new ContainerEntry(entry.Name, [], Limits());
                }
                else if (entry.Refusal is not null || !IsOpened(entry.Name))
                {
                    yield return entry;
                }
                else if (depth >= MaxDepth)
                {
                    yield return new ContainerEntry(entry.Name, [], Refusals.TooDeep(MaxDepth));
                }
                else
                {
                    foreach (var one in Entries(Inner(entry, folder, ct), depth + 1))
                    {
                        yield return one;
                    }
                }
            }
        }
    }

    /// <summary>What lies in an inner container, under its name; one that cannot be opened is refused as a whole.</summary>
    private IEnumerable<ContainerEntry> Inner(ContainerEntry container, string folder, CancellationToken ct)
    {
        var extension = Path.GetExtension(container.Name).ToLowerInvariant();
        var reader = inner.First(one => one.Extensions.Contains(extension, StringComparer.Ordinal));
        using var found = reader.Open(container.Bytes, folder, ct).GetEnumerator();
        while (true)
        {
            ContainerEntry next;
            try
            {
                if (!found.MoveNext())
                {
                    yield break;
                }

                next = found.Current;
            }
            catch (FileRefusedException refusal)
            {
                next = new ContainerEntry("", [], refusal);
            }

            yield return next with
            {
                Name = next.Name.Length == 0 ? container.Name : Discovery.ContainerPaths.Inner(container.Name, next.Name),
                Heading = string.Join('\n', ((string?[])[container.Heading, next.Heading]).Where(heading => heading is { Length: > 0 })) is { Length: > 0 } headings ? headings : null,
            };
            if (next.Name.Length == 0)
            {
                yield break;
            }
        }
    }

    private static FileRefusedException Limits() => new(
        "package-limits", "Các tệp nén lồng nhau chứa quá nhiều tệp hoặc quá nhiều dữ liệu.", "The archives inside one another hold too many files or too much data.");
}
