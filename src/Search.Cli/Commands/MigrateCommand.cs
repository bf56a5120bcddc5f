using System.CommandLine;
using Search.Cli.Output;
using Search.Ingestion;
using Search.Store;

namespace Search.Cli.Commands;

/// <summary><c>search migrate</c>: the whole store from SQLite to PostgreSQL, or back.</summary>
internal static class MigrateCommand
{
    private static readonly Option<string> To = new Option<string>("--to")
    {
        Description = "Kho đích: postgres hoặc sqlite. | Where to: postgres or sqlite.",
        HelpName = "STORE",
        DefaultValueFactory = _ => "postgres",
    }.AcceptOnlyFromAmong("postgres", "sqlite");

    private static readonly Option<string?> Store = new("--store")
    {
        Description = $"Chuỗi kết nối PostgreSQL; không có thì lấy từ biến {SharedStoreSetting.Variable}. | Connection string of PostgreSQL.",
        HelpName = "CONNECTION",
    };

    public static Command Create() =>
        new Command("migrate", "Chuyển toàn bộ kho từ SQLite sang PostgreSQL hoặc ngược lại, đối chiếu bằng mã băm. | Move the whole store from SQLite to PostgreSQL or back, compared by a digest.")
        {
            To, Store,
        }
        .WithExamples("search migrate --data /var/lib/search", "search migrate --to sqlite --data copy")
        .Does(Run);

    private static int Run(CommandRun run)
    {
        var isBack = string.Equals(run.Value(To), "sqlite", StringComparison.Ordinal);
        if ((run.Value(Store) ?? SharedStoreSetting.FromEnvironment()) is not { Length: > 0 } connection)
        {
            throw CommandException.WrongUsage(
                $"Hãy cho biết PostgreSQL ở đâu: --store hoặc biến {SharedStoreSetting.Variable}.",
                $"Say where PostgreSQL is: --store or the variable {SharedStoreSetting.Variable}.");
        }

        if (!isBack && !DocumentStores.Exists(run.Data))
        {
            throw CommandException.NotFound($"Chưa có kho dữ liệu ở '{run.Data}'.", $"There is no store in '{run.Data}'.");
        }

        try
        {
            var (rows, revision, digest) = isBack
                ? DocumentStores.MigrateToSqlite(run.Data, connection)
                : DocumentStores.MigrateToPostgres(run.Data, connection);
            if (run.Json)
            {
                run.Output.Json(new { To = run.Value(To), Rows = rows, Revision = revision, Digest = digest });
            }
            else
            {
                run.Output.Note(
                    $"Đã chuyển {rows} bản ghi, bản {revision}; mã băm hai bên bằng nhau: {digest}.",
                    $"Brought {rows} rows, revision {revision}; both sides have the digest {digest}.");
            }

            return ExitCodes.Done;
        }
        catch (Exception error) when (error is IOException or StoreBusyException or ArgumentException)
        {
            var said = Message.Said(error.Message);
            throw CommandException.Failed($"Không chuyển được kho: {said.Vietnamese}", $"The store was not migrated: {said.English}");
        }
    }
}
