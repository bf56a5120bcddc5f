namespace Search.Ingestion;

/// <summary>Reasons that more than one step gives.</summary>
internal static class Refusals
{
    public static FileRefusedException TextTooLong(int limit) => new(
        "too-large",
        $"Văn bản dài hơn giới hạn {limit} ký tự.",
        $"The text is longer than the limit of {limit} characters.");

    public static FileRefusedException FileTooLarge(long size, long limit) => new(
        "too-large",
        $"Tệp lớn {size} byte, vượt giới hạn {limit} byte.",
        $"The file has {size} bytes; the limit is {limit}.");

    public static FileRefusedException Blank() => new(
        "blank", "Tệp chỉ có khoảng trắng.", "The file holds nothing but white space.");

    public static FileRefusedException UnknownFormat(string extension) => new(
        "unknown-format", $"Không đọc được định dạng '{extension}'.", $"There is no reader for the format '{extension}'.");

    public static FileRefusedException TooDeep(int depth) => new(
        "too-deep",
        $"Tệp nén hoặc thư lồng nhau quá {depth} tầng nên không mở tiếp.",
        $"Archives or messages lie inside one another more than {depth} deep; the rest was not opened.");

    public static FileRefusedException Timeout(TimeSpan limit) => new(
        "timeout",
        $"Xử lý tệp quá {limit.TotalSeconds:0.#} giây nên đã dừng.",
        $"Working on the file took longer than {limit.TotalSeconds:0.#} seconds and was stopped.");

    public static FileRefusedException TooInvolved(string step) => new(
        "too-involved",
        "Phân tích văn bản cần quá nhiều bước so với độ dài nên đã dừng.",
        "Analyzing the text took more steps than its length allows and was stopped.") { Step = step };

    public static FileRefusedException Unexpected(Exception error, string step) => new(
        "unexpected",
        $"Lỗi ngoài dự kiến khi xử lý tệp ({error.GetType().Name}).",
        $"An unexpected error while working on the file ({error.GetType().Name}).") { Step = step };

    public static FileRefusedException Vanished() => new(
        "vanished", "Tệp biến mất trong khi đọc.", "The file vanished while it was read.") { Step = "load" };

    public static FileRefusedException Changing() => new(
        "changing", "Tệp đang được ghi; sẽ thử lại.", "The file is still being written; it will be tried again.") { Step = "load" };

    public static FileRefusedException Unreadable(Exception error) => new(
        "unreadable", $"Không đọc được tệp: {error.Message}", $"The file cannot be read: {error.Message}") { Step = "load" };

    public static FileRefusedException StoreFailed(Exception error) => new(
        "store", $"Không ghi được vào kho: {error.Message}", $"The store could not be written: {error.Message}") { Step = "store" };

    public static FileRefusedException IndexFailed(Exception error) => new(
        "index",
        $"Không ghi được chỉ mục: {error.Message} Văn bản đã nằm trong kho; lần sau chỉ mục sẽ được ghi tiếp.",
        $"The index could not be written: {error.Message} The documents are in the store; the index follows next time.") { Step = "index" };

    public static FileRefusedException OutOfMemory() => new(
        "memory", "Tệp cần nhiều bộ nhớ hơn giới hạn.", "The file needs more memory than the limit.");
}
