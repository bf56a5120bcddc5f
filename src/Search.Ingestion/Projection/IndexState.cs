using Search.Engine;
using Search.Store;

namespace Search.Ingestion.Projection;

/// <summary>How an index stands to its store.</summary>
/// <param name="StoreRevision">The store's revision.</param>
/// <param name="Revision">The index's; -1 where no generation of it can be served.</param>
/// <param name="Damage">What is wrong with it; null for a sound or a missing index.</param>
public sealed record IndexState(long StoreRevision, long Revision, IndexDamage? Damage)
{
    /// <summary>Whether a generation of it can be served.</summary>
    public bool IsUsable => Damage is null && (Revision >= 0 || StoreRevision <= 0);

    /// <summary>What a reader of the index must know, in Vietnamese; null where it says what the store says.</summary>
    public string? Message => !IsUsable
        ? $"Chỉ mục chưa có hoặc không dùng được{(Damage is { } damage ? $" ({damage.File}: {damage.Message})" : "")}; hãy chạy 'search rebuild'."
        : Revision < StoreRevision
            ? $"Chỉ mục ở phiên bản {Revision}, kho ở {StoreRevision}: các thay đổi sau đó chưa tìm được."
            : null;

    /// <summary>The same in English.</summary>
    public string? MessageEnglish => !IsUsable
        ? $"The index is missing or cannot be used{(Damage is { } damage ? $" ({damage.File}: {damage.Message})" : "")}; run 'search rebuild'."
        : Revision < StoreRevision
            ? $"The index is of revision {Revision}, the store of {StoreRevision}: later changes cannot be found yet."
            : null;

    /// <summary>Looks at both. Opening the index is the check: missing, cut and changed files show.</summary>
    /// <param name="store">The store.</param>
    /// <param name="engine">The engine over the index.</param>
    public static IndexState Of(IDocumentStore store, ISearchEngine engine)
    {
        var revision = store.Revision;
        try
        {
            using var snapshot = engine.OpenSnapshot();
            return new IndexState(revision, snapshot.Revision, null);
        }
        catch (IndexDamagedException e)
        {
            return new IndexState(revision, -1, e.Damage);
        }
    }
}
