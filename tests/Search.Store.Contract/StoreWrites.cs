namespace Search.Store.Contract;

/// <summary>One change in a transaction of its own.</summary>
public static class StoreWrites
{
    public static ReplaceResult Replace(this IDocumentStore store, SourceRecord file, IReadOnlyList<AnalyzedDocument> documents) =>
        store.Write(changes => changes.Replace(file, documents));

    public static bool Remove(this IDocumentStore store, string path) => store.Write(changes => changes.Remove(path));

    public static bool Move(this IDocumentStore store, string oldPath, string newPath) =>
        store.Write(changes => changes.Move(oldPath, newPath));

    public static bool AddToQuarantine(this IDocumentStore store, QuarantineEntry entry, bool takeOut) => store.Write(changes =>
    {
        changes.AddToQuarantine(entry, takeOut);
        return true;
    });

    private static T Write<T>(this IDocumentStore store, Func<IStoreChanges, T> change)
    {
        var result = default(T);
        store.WriteTogether(changes => result = change(changes));
        return result!;
    }
}
