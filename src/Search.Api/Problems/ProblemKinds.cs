using System.Collections.Frozen;
using Search.Application.Errors;

namespace Search.Api.Problems;

/// <summary>Every kind of error the API knows. Adding one means adding it here and to the README.</summary>
public static class ProblemKinds
{
    /// <summary>A parameter or the body is missing or wrong.</summary>
    public static readonly ProblemKind InvalidRequest = new(
        "invalid-request", 400, "Yêu cầu không hợp lệ", "The request is not valid");

    /// <summary>The query text cannot be read; <c>errors</c> says where.</summary>
    public static readonly ProblemKind InvalidQuery = new(
        "invalid-query", 400, "Không hiểu câu truy vấn", "The query cannot be read");

    /// <summary>A query, page, depth or text passes a documented limit.</summary>
    public static readonly ProblemKind LimitExceeded = new(
        "limit-exceeded", 400, "Vượt quá giới hạn", "A limit is exceeded");

    /// <summary>The cursor is garbled.</summary>
    public static readonly ProblemKind InvalidCursor = new(
        "invalid-cursor", 400, "Con trỏ trang không hợp lệ", "The cursor is not valid");

    /// <summary>A key is needed from this address, or the one given is unknown, expired or revoked.</summary>
    public static readonly ProblemKind KeyRequired = new(
        "key-required", 401, "Cần mã truy cập hợp lệ", "A valid API key is needed");

    /// <summary>The key has not the scope that this route asks for.</summary>
    public static readonly ProblemKind ScopeMissing = new(
        "scope-missing", 403, "Mã truy cập không có quyền này", "The key lacks the scope");

    /// <summary>No such document, route or file; also what the caller may not see.</summary>
    public static readonly ProblemKind NotFound = new(
        "not-found", 404, "Không tìm thấy", "Not found");

    /// <summary>The route knows other methods; see the <c>Allow</c> header.</summary>
    public static readonly ProblemKind MethodNotAllowed = new(
        "method-not-allowed", 405, "Phương thức không được hỗ trợ ở địa chỉ này", "The method is not allowed here");

    /// <summary>None of the accepted media types can be given.</summary>
    public static readonly ProblemKind NotAcceptable = new(
        "not-acceptable", 406, "Không có định dạng được yêu cầu", "No acceptable format");

    /// <summary>The key or the short form leads to several documents.</summary>
    public static readonly ProblemKind Ambiguous = new(
        "ambiguous", 409, "Có nhiều văn bản cùng khớp", "Several documents match");

    /// <summary>The cursor belongs to a generation of the index that is gone; start again at the first page.</summary>
    public static readonly ProblemKind CursorGone = new(
        "cursor-gone", 410, "Con trỏ trang đã hết hạn vì chỉ mục đã đổi", "The cursor's index generation is gone");

    /// <summary>The body is larger than allowed.</summary>
    public static readonly ProblemKind BodyTooLarge = new(
        "body-too-large", 413, "Nội dung gửi lên quá lớn", "The body is too large");

    /// <summary>The address is longer than allowed.</summary>
    public static readonly ProblemKind UriTooLong = new(
        "uri-too-long", 414, "Địa chỉ quá dài", "The address is too long");

    /// <summary>The body has another media type than the route reads.</summary>
    public static readonly ProblemKind UnsupportedMediaType = new(
        "unsupported-media-type", 415, "Không đọc được định dạng nội dung này", "The media type is not supported");

    /// <summary>Too many requests; <c>Retry-After</c> says when to come back.</summary>
    public static readonly ProblemKind TooManyRequests = new(
        "too-many-requests", 429, "Quá nhiều yêu cầu", "Too many requests");

    /// <summary>The server failed; nothing was changed.</summary>
    public static readonly ProblemKind Internal = new(
        "internal", 500, "Máy chủ gặp lỗi", "The server failed");

    /// <summary>The index is being loaded or the server is full; <c>Retry-After</c> says when to come back.</summary>
    public static readonly ProblemKind Unavailable = new(
        "unavailable", 503, "Máy chủ chưa sẵn sàng hoặc đang quá tải", "The server is not ready or overloaded");

    /// <summary>The answer took longer than the route's deadline.</summary>
    public static readonly ProblemKind Timeout = new(
        "timeout", 503, "Quá thời gian xử lý", "The deadline passed");

    /// <summary>The disk is full; nothing was changed.</summary>
    public static readonly ProblemKind StorageFull = new(
        "storage-full", 507, "Hết chỗ trên đĩa của máy chủ", "The server's disk is full");

    /// <summary>All kinds, by status.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        InvalidRequest, InvalidQuery, LimitExceeded, InvalidCursor, KeyRequired, ScopeMissing, NotFound,
        MethodNotAllowed, NotAcceptable, Ambiguous, CursorGone, BodyTooLarge, UriTooLong, UnsupportedMediaType,
        TooManyRequests, Internal, Unavailable, Timeout, StorageFull,
    ];

    private static readonly FrozenDictionary<int, ProblemKind> ByStatus =
        All.GroupBy(kind => kind.Status).ToFrozenDictionary(group => group.Key, group => group.First());

    /// <summary>The kind that a use case's error is over HTTP.</summary>
    /// <param name="kind">What kind of mistake the caller made.</param>
    public static ProblemKind Of(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidQuery => InvalidQuery,
        ErrorKind.LimitExceeded => LimitExceeded,
        ErrorKind.InvalidCursor => InvalidCursor,
        ErrorKind.NotFound => NotFound,
        ErrorKind.Ambiguous => Ambiguous,
        _ => InvalidRequest,
    };

    /// <summary>The general kind for a status the framework chose.</summary>
    /// <param name="status">An HTTP status of 400 or more.</param>
    public static ProblemKind ForStatus(int status) =>
        ByStatus.GetValueOrDefault(status) ?? (status < 500 ? InvalidRequest : Internal);
}
