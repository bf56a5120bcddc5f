using Search.Documents.Catalogues;

namespace Search.Documents.Tests;

/// <summary>Titles in capitals as they are shown, and numbers as they are printed.</summary>
public sealed class DisplayTitleTests
{
    [Theory]
    [InlineData("VỀ TĂNG CƯỜNG SỰ LÃNH ĐẠO CỦA ĐẢNG ĐỐI VỚI CÔNG TÁC ĐỐI NGOẠI NHÂN DÂN", "Về tăng cường sự lãnh đạo của Đảng đối với công tác đối ngoại nhân dân")]
    [InlineData("TRIỂN KHAI NGHỊ QUYẾT SỐ 29-NQ/TW NGÀY 04/11/2013 CỦA BAN CHẤP HÀNH TRUNG ƯƠNG TẠI TỈNH YÊN BÁI", "Triển khai Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương tại tỉnh Yên Bái")]
    [InlineData("KẾT LUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ TRẦN VĂN MẪU TẠI CUỘC HỌP", "Kết luận của Phó Thủ tướng Chính phủ Trần Văn Mẫu tại cuộc họp")]
    [InlineData("SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA QUYẾT ĐỊNH SỐ 12/2019/QĐ-TTG NGÀY 01/3/2019", "Sửa đổi, bổ sung một số điều của Quyết định số 12/2019/QĐ-TTg ngày 01/3/2019")]
    [InlineData("THI HÀNH LUẬT LƯU TRỮ VÀ PHỔ BIẾN PHÁP LUẬT CỦA SỞ XÂY DỰNG", "Thi hành Luật Lưu trữ và phổ biến pháp luật của Sở Xây dựng")]
    [InlineData("CHÀO MỪNG ĐẠI HỘI LẦN THỨ XIV THUỘC PHẠM VI QUẢN LÝ CỦA UBND CẤP XÃ", "Chào mừng đại hội lần thứ XIV thuộc phạm vi quản lý của UBND cấp xã")]
    [InlineData("V/V TRẢ LỜI KIẾN NGHỊ", "V/v trả lời kiến nghị")]
    [InlineData("II. VỀ CÔNG TÁC DÂN VẬN", "II. Về công tác dân vận")]
    [InlineData("IV) TỔ CHỨC THỰC HIỆN", "IV) Tổ chức thực hiện")]
    [InlineData("B. NHIỆM VỤ VÀ GIẢI PHÁP", "B. Nhiệm vụ và giải pháp")]
    [InlineData("Đ. KIẾN NGHỊ", "Đ. Kiến nghị")]
    [InlineData("3. KẾT QUẢ ĐẠT ĐƯỢC", "3. Kết quả đạt được")]
    [InlineData("DI. TÍCH LỊCH SỬ", "Di. tích lịch sử")]
    [InlineData("(V/v: cấp giấy phép)", "V/v: cấp giấy phép")]
    [InlineData(" (V/V CẤP GIẤY PHÉP (LẦN 2)) ", "V/v cấp giấy phép (lần 2)")]
    [InlineData("(V/v một) và (hai)", "(V/v một) và (hai)")]
    [InlineData("(Mẫu số 1)", "(Mẫu số 1)")]
    [InlineData("Về công tác dân vận", "Về công tác dân vận")]
    [InlineData(null, null)]
    public void ATitleInCapitalsIsShownInSentenceCase(string? printed, string? shown) =>
        Assert.Equal(shown, DisplayTitle.Of(printed, Catalogue.Default));

    [Fact]
    public void ATitleThatIsShownStaysAsItIsShown()
    {
        var shown = DisplayTitle.Of("VỀ CÔNG TÁC CÁN BỘ CỦA BAN TỔ CHỨC TRUNG ƯƠNG", Catalogue.Default);

        Assert.Equal(shown, DisplayTitle.Of(shown, Catalogue.Default));
    }

    [Theory]
    [InlineData("Số 0124/KH-UBND", "124/KH-UBND", "0124/KH-UBND")]
    [InlineData("Số: 4 - KH/TU", "04-KH/TU", "4 - KH/TU")]
    public void TheNumberIsKeptAsItIsPrinted(string line, string number, string printed)
    {
        var text = $"TỈNH ỦY SƠN LA\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n{line}\nSơn La, ngày 10 tháng 01 năm 2020\n\nKẾ HOẠCH\nkiểm tra năm\n\nThực hiện chương trình công tác năm, cơ quan yêu cầu các đơn vị thực hiện tốt các nội dung sau đây.\n";
        var document = Assert.Single(Samples.Analyze(text));

        Assert.Equal(number, document.Number);
        Assert.Equal(printed, document.PrintedNumber);
    }
}
