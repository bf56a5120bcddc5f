using Search.Application.Accounts;
using Search.Ingestion;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary>The accounts and keys of a data folder, whether a host serves it or not.</summary>
internal sealed class OpenAccounts : IDisposable
{
    private readonly IDocumentStore _store;

    private OpenAccounts(IDocumentStore store)
    {
        _store = store;
        var directory = new AccountDirectory(store.Records, TimeProvider.System);
        Accounts = new AccountService(store.Records, directory, TimeProvider.System);
        Keys = new ApiKeyStore(store.Records, directory, TimeProvider.System);
    }

    public AccountService Accounts { get; }

    public ApiKeyStore Keys { get; }

    /// <exception cref="CommandException">There is no data folder (4), or its former key file is damaged (1).</exception>
    public static OpenAccounts Open(CommandRun run)
    {
        if (!Directory.Exists(run.Data))
        {
            throw CommandException.NotFound(
                $"Chưa có thư mục dữ liệu '{run.Data}'; hãy chạy 'search ingest' trước.",
                $"There is no data folder '{run.Data}'; run 'search ingest' first.");
        }

        var store = DocumentStores.OpenForRecords(run.Data);
        if (KeyFile.TakeOver(run.Data, store.Records, TimeProvider.System) is { } wrong)
        {
            store.Dispose();
            throw CommandException.Failed(wrong.Vietnamese, wrong.English);
        }

        return new OpenAccounts(store);
    }

    public void Dispose() => _store.Dispose();
}
