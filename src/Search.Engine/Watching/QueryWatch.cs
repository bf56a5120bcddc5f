using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// Many queries that wait for documents. A document that arrives is cut into its words and compounds once, and every query
/// that it may answer is named in one pass over them, whatever the number of queries; the few that are named are then put to
/// the index (<see cref="QueryAnswer.Matching"/>), which alone decides. Not safe for many threads.
/// </summary>
/// <param name="snapshot">The collection, whose words say what each word of a query tells. It is not held.</param>
public sealed class QueryWatch(IIndexSnapshot snapshot)
{
    private readonly QueryProbes _probes = new(((Snapshot)snapshot).Shared);
    private readonly Dictionary<string, Waiting> _queries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Slot Slot, float Weight)>> _features = new(StringComparer.Ordinal);
    private readonly HashSet<Waiting> _always = [];
    private int _round;

    /// <summary>Documents of the collection when the probes were made: after it has grown much they are to be made again.</summary>
    public long Documents { get; } = snapshot.Statistics.Groups;

    /// <summary>Queries that wait.</summary>
    public int Count => _queries.Count;

    /// <summary>Lets a query wait, in place of one of that name.</summary>
    /// <param name="name">Names it.</param>
    /// <param name="readings">The ways its text may be read: as typed, and in the collection's spelling.</param>
    /// <param name="filters">Conditions besides those of the text.</param>
    public void Set(string name, IReadOnlyList<ParsedQuery> readings, IReadOnlyList<Filter> filters)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(filters);
        Remove(name);
        var waiting = new Waiting(name, [.. readings.Select(reading => (IReadOnlyList<Filter>)[.. reading.Filters, .. filters])]);
        _queries[name] = waiting;
        foreach (var query in readings.SelectMany(reading => new[] { reading.Query, reading.Relaxed }).OfType<Query>().Distinct())
        {
            if (_probes.Of(query) is not { } probes)
            {
                _always.Add(waiting);
                continue;
            }

            foreach (var probe in probes)
            {
                var slot = new Slot(waiting, probe);
                waiting.Slots.Add(slot);
                foreach (var (feature, weight) in probe.Parts)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(_features, feature, out _) ??= []).Add((slot, weight));
                }
            }
        }
    }

    /// <summary>Lets a query wait no longer.</summary>
    /// <param name="name">Its name.</param>
    public void Remove(string name)
    {
        if (!_queries.Remove(name, out var waiting))
        {
            return;
        }

        _always.Remove(waiting);
        foreach (var slot in waiting.Slots)
        {
            foreach (var (feature, _) in slot.Probe.Parts)
            {
                _features[feature].RemoveAll(entry => entry.Slot == slot);
            }
        }
    }

    /// <summary>The names of the queries that a document may answer.</summary>
    /// <param name="document">Its entries in the index, all of them.</param>
    public IReadOnlyList<string> Candidates(IReadOnlyList<IndexEntry> document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Count == 0)
        {
            return [];
        }

        _round++;
        var touched = new List<Slot>();
        foreach (var feature in Features(document))
        {
            if (!_features.TryGetValue(feature, out var waiting))
            {
                continue;
            }

            var isCompound = Probe.IsCompound(feature);
            foreach (var (slot, weight) in waiting)
            {
                if (slot.Round != _round)
                {
                    (slot.Round, slot.Words, slot.Compounds) = (_round, 0, 0);
                    touched.Add(slot);
                }

                (slot.Words, slot.Compounds) = isCompound ? (slot.Words, slot.Compounds + weight) : (slot.Words + weight, slot.Compounds);
            }
        }

        var columns = new Dictionary<Filter, bool>();
        return
        [
            .. touched.Where(slot => slot.Probe.Passes(slot.Words, slot.Compounds)).Select(slot => slot.Waiting).Concat(_always).Distinct()
                .Where(waiting => waiting.Filters.Any(filters => filters.All(filter => Passes(document[0], filter, columns)))).Select(waiting => waiting.Name),
        ];
    }

    private static bool Passes(IndexEntry entry, Filter filter, Dictionary<Filter, bool> known)
    {
        ref var passes = ref CollectionsMarshal.GetValueRefOrAddDefault(known, filter, out var isKnown);
        return isKnown ? passes : passes = ColumnFilters.Passes(entry, filter);
    }

    // Number keys, words without accents, and pairs of neighbors within a field.
    private static HashSet<string> Features(IReadOnlyList<IndexEntry> document)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        var tokens = new List<FieldToken>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in document)
        {
            foreach (var (field, text) in entry.Text)
            {
                // Number and title stand in every passage.
                if (!seen.Add(text))
                {
                    continue;
                }

                tokens.Clear();
                FieldAnalyzer.Shared.Analyze(text, tokens);
                for (var i = 0; i < tokens.Count; i++)
                {
                    features.Add(tokens[i].Folded);
                    if (i > 0)
                    {
                        features.Add(QueryProbes.Compound(tokens[i - 1].Folded, tokens[i].Folded));
                    }
                }

                if (string.Equals(field, IndexFields.Number, StringComparison.Ordinal))
                {
                    features.UnionWith(DocketKey.Lookups(text).Select(QueryProbes.Number));
                }
            }
        }

        return features;
    }

    private sealed class Waiting(string name, IReadOnlyList<IReadOnlyList<Filter>> filters)
    {
        public string Name => name;

        /// <summary>The conditions of each reading.</summary>
        public IReadOnlyList<IReadOnlyList<Filter>> Filters => filters;

        public List<Slot> Slots { get; } = [];
    }

    private sealed class Slot(Waiting waiting, Probe probe)
    {
        public Waiting Waiting => waiting;

        public Probe Probe => probe;

        public int Round { get; set; }

        public float Words { get; set; }

        public float Compounds { get; set; }
    }
}
