using System.Globalization;

namespace Search.Text.Legacy;

/// <summary>The sentences of decoding errors.</summary>
internal static class DecodeErrors
{
    internal static DecodeError Binary(long offset) => new(offset, string.Create(
        CultureInfo.InvariantCulture, $"Tệp không phải văn bản: có ký tự điều khiển hoặc byte NUL tại vị trí {offset}."))
    {
        MessageEn = string.Create(CultureInfo.InvariantCulture, $"The file is not text: it has a control code or a NUL byte at offset {offset}."),
    };

    internal static DecodeError Invalid(string encoding, long offset) => new(offset, string.Create(
        CultureInfo.InvariantCulture, $"Không đọc được bảng mã: byte tại vị trí {offset} không hợp lệ trong {encoding}."))
    {
        MessageEn = string.Create(CultureInfo.InvariantCulture, $"The encoding cannot be read: the byte at offset {offset} is not valid in {encoding}."),
    };
}
