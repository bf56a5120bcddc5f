using System.ComponentModel.DataAnnotations;
using Search.Api.Settings;
using Search.Application.Reading;
using Search.Ingestion;
using Search.Store;

namespace Search.Api.Collections;

/// <summary>
/// The open collection, and one for each level of secrecy that the operator lets in
/// (<see cref="SearchOptions.SecretData"/>). A collection of a level holds what the levels below it hold, too.
/// </summary>
internal sealed class CollectionRegistry : IDisposable
{
    // Whole answers get an eighth of what documents get.
    private const int AnswerShare = 8;
    private readonly List<(int Level, HostedCollection Collection)> _secret = [];

    /// <exception cref="ValidationException">A level is not known, or two collections share a folder.</exception>
    public CollectionRegistry(KnowledgeBase open, CollectionReader knowledge, SearchMetrics metrics, SearchOptions options, long memory, TimeProvider clock)
    {
        Metrics = metrics;
        Open = new HostedCollection(open, knowledge, metrics, memory / AnswerShare, clock);
        var folders = new HashSet<string>(StringComparer.Ordinal) { Path.GetFullPath(options.Data) };
        foreach (var (name, folder) in options.SecretData)
        {
            var level = Scopes.Levels.ToList().IndexOf(name) + 1;
            if (level == 0)
            {
                throw new ValidationException($"'{name}' is no level of secrecy: {string.Join(", ", Scopes.Levels)}.");
            }

            if (!folders.Add(Path.GetFullPath(folder)))
            {
                throw new ValidationException($"The collection of '{name}' needs a folder of its own.");
            }

            DurableFiles.MakePrivate(folder);
            var system = KnowledgeBase.Open(Options(folder, level, options, clock));
            DurableFiles.MakePrivate(folder);
            _secret.Add((level, new HostedCollection(
                system, new CollectionReader(system, clock, memory, name + "."), metrics, memory / AnswerShare, clock)));
        }

        _secret.Sort((a, b) => b.Level.CompareTo(a.Level));
    }

    /// <summary>Of all collections together.</summary>
    public SearchMetrics Metrics { get; }

    /// <summary>What everyone may see.</summary>
    public HostedCollection Open { get; }

    public IEnumerable<HostedCollection> All => _secret.Select(secret => secret.Collection).Append(Open);

    /// <summary>The collections of higher levels, which hold what this one holds.</summary>
    public IEnumerable<HostedCollection> Above(HostedCollection collection)
    {
        var own = _secret.Find(secret => ReferenceEquals(secret.Collection, collection)).Level;
        return _secret.Where(secret => secret.Level > own).Select(secret => secret.Collection);
    }

    /// <summary>The collection of the highest level that the clearance reaches.</summary>
    public HostedCollection For(int clearance)
    {
        foreach (var (level, collection) in _secret)
        {
            if (level <= clearance)
            {
                return collection;
            }
        }

        return Open;
    }

    /// <summary>Every collection that a clearance reaches, the highest first: what somebody made lies in the one that was his then.</summary>
    public IEnumerable<HostedCollection> Reach(int clearance) =>
        _secret.Where(secret => secret.Level <= clearance).Select(secret => secret.Collection).Append(Open);

    // The open store is closed by the container, which opened it.
    public void Dispose()
    {
        Metrics.Dispose();
        Open.CollectionReader.Close();
        foreach (var (_, collection) in _secret)
        {
            collection.CollectionReader.Close();
            collection.System.Dispose();
        }
    }

    private static KnowledgeOptions Options(string folder, int level, SearchOptions options, TimeProvider clock)
    {
        var opened = new KnowledgeOptions { DataDirectory = folder, Clock = clock, FileTimeout = options.FileTimeout, SharedStore = null };
        foreach (var name in Scopes.Levels.Take(level))
        {
            opened.AllowedSecrecy.Add(name);
        }

        return opened;
    }
}
