using Microsoft.Data.Sqlite;

namespace Search.Store.Sqlite;

/// <summary>SQLite's codes in words that help.</summary>
internal static class StoreErrors
{
    private const int BusyCode = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>ENOSPC, so that callers tell a full disk by its code whoever met it.</summary>
    private const int DiskFull = 28;

    public static Exception Translate(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        BusyCode or Locked => Busy(error, path),
        Full => new IOException(
            $"Hết chỗ trên đĩa của '{path}'; không có gì thay đổi. (The disk is full; nothing changed.)", DiskFull),
        ReadOnly => new IOException(
            $"Không ghi được vào '{path}'. (The store cannot be written.)", error),
        CannotOpen => new IOException(
            $"Không mở được '{path}': thiếu quyền, thư mục chỉ đọc hoặc hết số tệp mở. (The store cannot be opened: no right, a read-only folder, or no descriptors.)", error),
        InputOutput => new IOException(
            $"Lỗi đọc ghi '{path}': {error.Message}. Không có gì thay đổi. (I/O error; nothing changed.)", error),
        Corrupt or NotADatabase => new StoreDamagedException(
            $"'{path}' đã hỏng; hãy chạy `search repair`, hoặc khôi phục bản sao lưu. (The store is damaged; run `search repair` or restore a backup.)", error),
        _ => new IOException($"SQLite: {error.Message}", error),
    };

    /// <summary>What is notified of a store that others kept busy too long.</summary>
    public static StoreBusyException Busy(Exception error, string path) =>
        new($"'{path}' đang bận; hãy thử lại sau. (The store is busy; try again later.)", error);

    /// <summary>Whether a pipeline of <see cref="StoreResilience"/> gave up waiting.</summary>
    public static bool IsWaitOver(Exception error) =>
        error is Polly.Timeout.TimeoutRejectedException or Polly.CircuitBreaker.BrokenCircuitException;
}
