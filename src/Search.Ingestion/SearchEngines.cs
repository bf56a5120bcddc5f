using System.Diagnostics.CodeAnalysis;
using Search.Engine;
using Search.Engine.Embedded;
#if LUCENE_NET
using Search.Engine.LuceneNet;
#endif

namespace Search.Ingestion;

/// <summary>The engines by name. One line each: the name, the folder of its index, how to open it.</summary>
public static class SearchEngines
{
    /// <summary>The engine used when none is named.</summary>
    public const string Default = "embedded";

    private const string LuceneNet = "lucene-net";

    /// <summary>The index is built while the store is written, on the same processors: smaller segments take a sixth more
    /// time to build, and save memory that rose and fell with every round.</summary>
    private static readonly EmbeddedEngineOptions FollowingStore = new() { PostingsInMemory = 500_000 };

    private static readonly Dictionary<string, (string Folder, Func<string, ISearchEngine> Open)> ByName =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [Default] = ("fulltext", folder => EmbeddedEngine.Open(folder, FollowingStore)),
#if LUCENE_NET
            [LuceneNet] = ("fulltext-lucene-net", folder => LuceneNetEngine.Open(folder)),
#endif
        };

    /// <summary>The names of the engines in this build.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Finds an engine by name.</summary>
    /// <param name="name">Its name, case ignored.</param>
    /// <param name="folder">The folder of its index below the data folder: each engine keeps its own.</param>
    /// <param name="open">Opens it in a folder.</param>
    /// <param name="problem">Why there is none, when this build lacks it.</param>
    public static bool TryFind(
        string name,
        [NotNullWhen(true)] out string? folder,
        [NotNullWhen(true)] out Func<string, ISearchEngine>? open,
        [NotNullWhen(false)] out MissingEngine? problem)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (ByName.TryGetValue(name, out var engine))
        {
            (folder, open) = engine;
            problem = null;
            return true;
        }

        folder = null;
        open = null;
        problem = string.Equals(name, LuceneNet, StringComparison.OrdinalIgnoreCase)
            ? new MissingEngine(
                "Bản này được dựng không kèm Lucene.Net; hãy dựng lại bằng: dotnet build -p:LuceneNet=true.",
                "This build has no Lucene.Net; build it with: dotnet build -p:LuceneNet=true.")
            : new MissingEngine(
                $"Không có bộ máy tìm kiếm tên '{name}'; hiện có: {string.Join(", ", Names)}.",
                $"There is no engine named '{name}'; there are: {string.Join(", ", Names)}.");
        return false;
    }
}
