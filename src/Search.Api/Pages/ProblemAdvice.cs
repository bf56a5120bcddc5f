using System.Collections.Frozen;

namespace Search.Api.Pages;

/// <summary>What to do about each kind of error, for the page that explains it: Vietnamese, then English.</summary>
internal static class ProblemAdvice
{
    private static readonly FrozenDictionary<string, (string Vietnamese, string English)> ByCode = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["invalid-request"] = ("Một ô hay tham số bị thiếu hoặc có giá trị không dùng được. Hãy xem lại giá trị đã nhập.", "A field or parameter is missing or has a value that cannot be used. Check what was entered."),
        ["invalid-query"] = ("Câu tìm có chỗ không đọc được, như nam:abc thay cho nam:2011 hay nam:2011..2017. Trang Cách tìm có mẫu của từng cách viết.", "A part of the query cannot be read, such as nam:abc instead of nam:2011 or nam:2011..2017. The page on searching has an example of every form."),
        ["limit-exceeded"] = ("Câu tìm quá dài, hay số trang, số bước lớn hơn mức cho phép. Hãy rút ngắn hoặc lọc bớt.", "The query is too long, or a page or number of steps passes what is allowed. Shorten it or filter."),
        ["invalid-cursor"] = ("Đường dẫn tới trang sau bị sai hoặc bị cắt. Hãy tìm lại từ trang đầu.", "The address of the next page is wrong or cut. Search again from the first page."),
        ["key-required"] = ("Địa chỉ này cần đăng nhập hoặc mã truy cập. Hãy đăng nhập, hoặc xin người quản trị cấp mã.", "This address needs signing in or an API key. Sign in, or ask an administrator for a key."),
        ["scope-missing"] = ("Tài khoản hay mã truy cập không có quyền làm việc này. Hãy nhờ người quản trị cấp thêm quyền.", "The account or key may not do this. Ask an administrator."),
        ["not-found"] = ("Không có văn bản hay trang ở địa chỉ này: có thể số, ký hiệu bị gõ sai, hoặc kho chưa có văn bản. Hãy tìm theo số hay từ ngữ.", "There is no document or page at this address: the number may be mistyped, or the collection does not hold the document. Search by number or words."),
        ["method-not-allowed"] = ("Địa chỉ này có, nhưng không nhận kiểu yêu cầu vừa gửi. Lỗi này chỉ gặp khi chương trình khác gọi tới.", "The address exists but does not take this kind of request. Only programs that call it meet this."),
        ["not-acceptable"] = ("Định dạng được yêu cầu không có. Hãy chọn một định dạng khác.", "The format asked for is not offered. Choose another one."),
        ["ambiguous"] = ("Nhiều văn bản mang cùng số ở những khóa hay nơi khác nhau. Hãy chọn theo ngày và cơ quan ban hành.", "Several documents of other terms or places bear the number. Choose by date and issuer."),
        ["cursor-gone"] = ("Kho vừa được cập nhật nên trang sau không còn khớp. Hãy xem lại từ trang đầu.", "The collection was updated, so the next page no longer fits. Start at the first page."),
        ["body-too-large"] = ("Tệp lớn hơn mức máy chủ nhận. Hãy chia nhỏ tệp, hoặc nhờ người quản trị nạp từ thư mục.", "The file is larger than the server takes. Split it, or ask an administrator to ingest it from a folder."),
        ["uri-too-long"] = ("Địa chỉ quá dài, thường vì câu tìm quá dài. Hãy rút ngắn câu tìm.", "The address is too long, mostly because the query is. Shorten it."),
        ["unsupported-media-type"] = ("Máy chủ không đọc được kiểu nội dung vừa gửi. Lỗi này chỉ gặp khi chương trình khác gọi tới.", "The server cannot read this kind of content. Only programs that call it meet this."),
        ["too-many-requests"] = ("Có quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi một lát rồi thử lại.", "There were too many requests in a short time. Wait a moment and try again."),
        ["internal"] = ("Máy chủ gặp lỗi khi trả lời; kho không bị thay đổi. Hãy thử lại; nếu vẫn lỗi, hãy báo người quản trị kèm địa chỉ trang.", "The server failed to answer; the collection was not changed. Try again, and tell an administrator the address if it persists."),
        ["unavailable"] = ("Máy chủ đang khởi động, đang mở kho hoặc đang quá tải. Hãy đợi một lát rồi thử lại.", "The server is starting, opening the collection or overloaded. Wait a moment and try again."),
        ["timeout"] = ("Câu trả lời cần nhiều thời gian hơn mức cho phép. Hãy thu hẹp câu tìm hay thêm bộ lọc.", "The answer would take longer than allowed. Narrow the query or add filters."),
        ["storage-full"] = ("Đĩa của máy chủ đã đầy; tệp vừa gửi chưa được nhận. Hãy báo người quản trị.", "The disk of the server is full; the file was not taken. Tell an administrator."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The advice of a kind; null where there is none.</summary>
    /// <param name="code">Its code.</param>
    public static (string Vietnamese, string English)? Of(string code) => ByCode.TryGetValue(code, out var advice) ? advice : null;
}
