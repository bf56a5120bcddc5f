namespace Search.Store.Postgres.Database;

/// <summary>The copy holds a commit that the shared store does not have, so it cannot go on from there.</summary>
/// <param name="commit">Number of that commit.</param>
internal sealed class CopyPartedException(long commit) : IOException(
    $"Bản sao có lần ghi {commit} mà kho chung không có: kho chung đã được khôi phục về trước đó. Hãy khởi động lại nút này. "
    + $"(The copy holds commit {commit}, which the shared store does not have: it was restored to an earlier state. Restart this node.)");
