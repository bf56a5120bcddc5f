using System.Collections.Frozen;

namespace Search.Application.Lines;

/// <summary>Why files were refused, in words, by the stable name of the reason: for counts, where the reason of one file would
/// speak of that file alone.</summary>
internal static class RefusalNames
{
    private static readonly FrozenDictionary<string, (string Vietnamese, string English)> Names =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["bad-name"] = ("tên tệp không hợp lệ", "the name of the file is not allowed"),
            ["binary"] = ("không phải văn bản chữ", "not a text"),
            ["blank"] = ("không có chữ nào", "no words in it"),
            ["blank-scan"] = ("bản quét không có chữ nào (trang trắng hoặc ảnh quá mờ)", "a scan without a word (blank pages or too faint)"),
            ["broken-docx"] = ("tệp Word bị hỏng", "a damaged Word file"),
            ["broken-list"] = ("bảng kê bị hỏng", "a damaged list"),
            ["broken-mail"] = ("thư điện tử bị hỏng", "a damaged message"),
            ["broken-mht"] = ("trang web lưu lại bị hỏng", "a damaged web archive"),
            ["broken-office"] = ("tệp văn phòng bị hỏng", "a damaged office file"),
            ["broken-package"] = ("tệp nén bị hỏng", "a damaged package"),
            ["broken-pdf"] = ("tệp PDF bị hỏng", "a damaged PDF"),
            ["broken-sheet"] = ("bảng tính bị hỏng", "a damaged sheet"),
            ["changing"] = ("đang được ghi, sẽ thử lại", "still being written, will be tried again"),
            ["empty"] = ("tệp rỗng", "an empty file"),
            ["encoding"] = ("không rõ bảng mã chữ", "an unknown encoding"),
            ["encrypted"] = ("có mật khẩu bảo vệ", "protected by a password"),
            ["folder-vanished"] = ("thư mục không còn", "the folder is gone"),
            ["garbled"] = ("chữ bị vỡ, không đọc được", "the text is garbled"),
            ["index"] = ("chưa ghi được chỉ mục", "the index could not be written"),
            ["link-outside"] = ("liên kết dẫn ra ngoài thư mục", "a link that leads out of the folder"),
            ["memory"] = ("cần quá nhiều bộ nhớ", "too much memory needed"),
            ["needs-libreoffice"] = ("máy chưa cài LibreOffice", "LibreOffice is not installed"),
            ["needs-ocr"] = ("bản quét, máy chưa cài chương trình nhận dạng chữ", "a scan, and no recognition is installed"),
            ["needs-pdftotext"] = ("máy chưa cài pdftotext", "pdftotext is not installed"),
            ["needs-reader"] = ("thiếu chương trình đọc tệp", "the reading program is missing"),
            ["no-document"] = ("không thấy văn bản nào trong tệp", "no document in the file"),
            ["no-text-column"] = ("bảng kê không có cột nội dung", "the list has no column of texts"),
            ["ocr-failed"] = ("không nhận dạng được trang quét", "a scanned page could not be recognized"),
            ["package-limits"] = ("tệp nén vượt giới hạn", "the package is over the limits"),
            ["reader-failed"] = ("chương trình đọc tệp bị dừng", "the reading program ended"),
            ["removed"] = ("văn bản đã gỡ khỏi kho", "a document that was removed"),
            ["secret"] = ("đóng dấu độ mật, không được đưa vào kho", "marked secret, not let in"),
            ["special-file"] = ("không phải là tệp thường", "no ordinary file"),
            ["store"] = ("chưa ghi được vào kho", "the store could not be written"),
            ["timeout"] = ("đọc quá lâu", "reading took too long"),
            ["too-deep"] = ("lồng nhau quá nhiều tầng", "nested too deeply"),
            ["too-involved"] = ("cấu trúc quá phức tạp", "too involved"),
            ["too-large"] = ("quá lớn", "too large"),
            ["unexpected"] = ("lỗi ngoài dự kiến", "an unexpected error"),
            ["unknown-format"] = ("định dạng không đọc được", "a format that is not read"),
            ["unreadable"] = ("không mở được tệp", "the file cannot be opened"),
            ["vanished"] = ("tệp không còn", "the file is gone"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The reason in a few words; null for one that has no name here.</summary>
    public static string? Of(string code, bool english = false) =>
        Names.TryGetValue(code, out var name) ? english ? name.English : name.Vietnamese : null;
}
