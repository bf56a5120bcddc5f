using System.Globalization;
using Search.Store;

namespace Search.Application.Alerts;

/// <summary>
/// Which texts the follows have been matched with: what is not among them is new or changed, whatever else moved a document's
/// revision. It lies in the store in 256 parts, so that an arrival writes one of them, and goes to disk together with the
/// alerts that follow from it.
/// </summary>
internal sealed class MatchedTexts(IRecordStore records)
{
    private const string StateId = "state";
    private const int Parts = 256;

    private readonly Dictionary<string, string>[] _parts = [.. Enumerable.Range(0, Parts).Select(_ => new Dictionary<string, string>(StringComparer.Ordinal))];
    private readonly HashSet<int> _changed = [];
    private State? _state;

    /// <summary>The store's revision up to which everything was matched; null before the first time.</summary>
    public long? Revision => _state?.Revision;

    /// <summary>Reads what another process wrote since.</summary>
    public void Load()
    {
        var state = records.Read(RecordKinds.Matched, StateId) is { } record ? RecordJson.Read<State>(record) : null;
        if (state == _state && _changed.Count == 0)
        {
            return;
        }

        _changed.Clear();
        for (var part = 0; part < Parts; part++)
        {
            _parts[part] = records.Read(RecordKinds.Matched, PartId(part)) is { } stored
                ? new Dictionary<string, string>(RecordJson.Read<Dictionary<string, string>>(stored), StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal);
        }

        _state = state;
    }

    /// <summary>What is known of a document: its text and its header; null for nothing.</summary>
    public (string Text, string Header)? Of(string key) =>
        _parts[PartOf(key)].GetValueOrDefault(key)?.Split('.') is [var text, var header] ? (text, header) : null;

    /// <summary>Notes that a text was matched.</summary>
    public void Set(DocumentPrint print)
    {
        var part = PartOf(print.Key.Value);
        _parts[part][print.Key.Value] = $"{print.Text}.{print.Header}";
        _changed.Add(part);
    }

    /// <summary>Notes that a document is gone: when it comes again it is new.</summary>
    public void Remove(string key)
    {
        var part = PartOf(key);
        if (_parts[part].Remove(key))
        {
            _changed.Add(part);
        }
    }

    /// <summary>Writes what changed and whatever belongs to it, unless another process did so meanwhile.</summary>
    /// <param name="revision">The revision up to which everything was matched.</param>
    /// <param name="write">Writes what belongs to it in the same transaction.</param>
    /// <returns>False when another process was first; <see cref="Load"/> is to be called.</returns>
    public bool Save(long revision, Action<IRecordChanges> write)
    {
        var next = new State(revision, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        var isFirst = records.Write(changes =>
        {
            var there = changes.Read(RecordKinds.Matched, StateId) is { } record ? RecordJson.Read<State>(record) : null;
            if (there != _state)
            {
                return false;
            }

            foreach (var part in _changed)
            {
                changes.Put(RecordKinds.Matched, PartId(part), RecordJson.Write(_parts[part]));
            }

            changes.Put(RecordKinds.Matched, StateId, RecordJson.Write(next));
            write(changes);
            return true;
        });
        if (isFirst)
        {
            _state = next;
            _changed.Clear();
        }

        return isFirst;
    }

    private static string PartId(int part) => part.ToString("x2", CultureInfo.InvariantCulture);

    // FNV-1a: the same in every process.
    private static int PartOf(string key)
    {
        var hash = 2166136261u;
        foreach (var c in key)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)(hash % Parts);
    }

    private sealed record State(long Revision, string Stamp);
}
