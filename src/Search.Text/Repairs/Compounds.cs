namespace Search.Text.Repairs;

/// <summary>
/// Compounds of administrative and Party language, in canonical lower-case form: the context that tells a recognition
/// error from good text. Words that differ from another compound in one mark are listed on purpose (công tác and cộng
/// tác): what is listed is never repaired. Words before a bar are context only and not part of the repair.
/// </summary>
internal static class Compounds
{
    internal const string Party =
        "chỉ thị;nghị quyết;quyết định;kết luận;quy định;quy chế;thông tri;hướng dẫn;thông báo;thông cáo;báo cáo;kế hoạch;chương trình;đề án;" +
        "phương án;tờ trình;công văn;công điện;biên bản;quy hoạch;dự án;thông tư;nghị định;pháp lệnh;hiến pháp;văn bản;phụ lục;điều lệ;cương lĩnh;" +
        "bộ chính trị;ban bí thư;ban chấp hành;trung ương;ban thường vụ;thường trực;tỉnh ủy;thành ủy;huyện ủy;quận ủy;đảng ủy;cấp ủy;đảng bộ;" +
        "chi bộ;chi ủy;đảng đoàn;cán sự;ban cán sự;đảng viên;ủy viên;bí thư;phó bí thư;đồng chí;đại biểu;đại hội;hội nghị;hội viên;đoàn viên;" +
        "tuyên giáo;dân vận;nội chính;tổ chức;kiểm tra;giám sát;đối ngoại;văn phòng;chánh văn phòng;mặt trận;tổ quốc;đoàn thể;công đoàn;" +
        "thanh niên;thành niên;vị thành niên;phụ nữ;nông dân;cựu chiến binh;nhân dân;ủy ban;ủy ban nhân dân;hội đồng;hội đồng nhân dân;chính quyền;" +
        "chính phủ;thủ tướng;chủ tịch;quốc hội;nhà nước;cơ quan;đơn vị;địa phương;địa bàn;cơ sở;cấp trên;cấp dưới;trực thuộc;" +
        "lãnh đạo;chỉ đạo;chủ đạo;quán triệt;triển khai;thực hiện;thi hành;chấp hành;ban hành;phổ biến;tuyên truyền;truyền thông;truyền thống;" +
        "sơ kết;tổng kết;đánh giá;tham mưu;đề xuất;kiến nghị;đề nghị;phối hợp;chủ trì;chủ động;chủ trương;chủ nghĩa;đường lối;chính sách;" +
        "pháp luật;đôn đốc;theo dõi;tổng hợp;phân công;phân cấp;phân tích;phân biệt;phân phối;phân loại;kiện toàn;củng cố;xây dựng;chỉnh đốn;" +
        "đổi mới;đẩy mạnh;nâng cao;tăng cường;phát huy;phát triển;mở rộng;khắc phục;hạn chế;yếu kém;khuyết điểm;ưu điểm;nguyên nhân;" +
        "kết quả;hiệu quả;hiệu lực;chất lượng;nhiệm vụ;nghĩa vụ;trách nhiệm;quyền hạn;chức năng;yêu cầu;mục tiêu;mục đích;giải pháp;biện pháp;" +
        "phương hướng;phương châm;phương thức;phương pháp;phương tiện;nội dung;hình thức;tình hình;bối cảnh;tư tưởng;tư duy;tinh thần;quan điểm;" +
        "nhận thức;hành động;tinh gọn;bộ máy;biên chế;cán bộ;công chức;viên chức;đội ngũ;năng lực;phẩm chất;đạo đức;bản lĩnh;trình độ;" +
        "chuyển đổi số;chuyển đổi;chuyển biến;chuyển dịch;chuyển giao;chuyển tiếp;chuyển hóa;vận chuyển;luân chuyển;di chuyển;lưu chuyển;" +
        "chuyên môn;chuyên trách;chuyên nghiệp;chuyên đề;chuyên gia;chuyên viên;chuyên ngành;chuyên sâu;chuyên dùng;chuyên chính;chuyên chở;" +
        "chuyên quyền;thường xuyên;đầy đủ;đầy ắp;tràn đầy;làm đầy;lấp đầy;đong đầy;mạnh mẽ;mạnh dạn;lớn mạnh;vững mạnh;sức mạnh;phát triển mạnh;" +
        "công tác;cộng tác;cộng sản;cộng hòa;cộng đồng;công cộng;công nghệ;công nghiệp;công nhân;công dân;công bằng;công khai;công trình;" +
        "hòa bình;hữu nghị;hợp tác;hội nhập;quốc tế;quốc gia;quốc phòng;an ninh;ổn định;độc lập;tự chủ;tự do;dân chủ;dân tộc;dân sinh;" +
        "đoàn kết;thống nhất;toàn diện;toàn cầu;toàn thể;hiện đại;hiện nay;bảo vệ;bảo đảm;đảm bảo;bảo hiểm;báo chí;đấu tranh;cách mạng;" +
        "kinh tế;xã hội;chính trị;văn hóa;giáo dục;y tế;khoa học;môi trường;biến đổi khí hậu;khí hậu;thị trường;thị xã;thị trấn;đô thị;nông thôn;" +
        "thể chế;thể chế hóa;cơ chế;chế độ;hệ thống;nguồn lực;lực lượng;vai trò;vị trí;vị thế;tầm quan trọng;quan trọng;quan tâm;quan hệ;" +
        "đối tác;đối tượng;đối với;hoạt động;vận động;lao động;biến động;tác động;tác phong;tham gia;tranh thủ;giao lưu;giao thông;" +
        "thông tin;trao đổi;nghiên cứu;học tập;đào tạo;bồi dưỡng;tuyển chọn;tuyển dụng;tuyển sinh;khen thưởng;kỷ luật;kỷ niệm;" +
        "tài chính;tài sản;tài liệu;tài khoản;ngân sách;kinh phí;đầu tư;viện trợ;viện kiểm sát;tòa án;kiểm sát;kiểm soát;điều tra;thanh tra;" +
        "thanh toán;thành lập;thành viên;thành phố;thành phần;thành tích;thành tựu;thủ tục;tiếp tục;thủ đô;thủ trưởng;trưởng ban;phó trưởng ban;" +
        "đặc biệt;cụ thể;cụ thể hóa;rà soát;bổ sung;sửa đổi;thay thế;bãi bỏ;hoàn thiện;hoàn thành;điều chỉnh;điều kiện;điều hành;khoản thu;" +
        "lịch sử;bản sắc;bản thân;bạn thân;bạn bè;con người;người dân;quần chúng;đồng bào;tôn giáo;tín ngưỡng;biển đảo;biên giới;biên phòng;" +
        "đến |qua mạng;gửi |qua mạng;nộp |qua mạng;mạng xã hội;sao lục;trích sao;nơi nhận;kính gửi;lưu văn phòng;đã ký";

    /// <summary>Good neighbors of words that a repair might otherwise claim.</summary>
    internal const string Neighbours =
        "thị sát;thị thực;thị hiếu;thị lực;chi phí;chi tiêu;chi trả;chi tiết;chi nhánh;chi phối;chi cục;chi hội;chi đoàn;thu chi;" +
        "sở thích;sở hữu;chủ sở hữu;số lượng;số liệu;số hóa;kết nối;kết hôn;kết thúc;kết hợp;tổng số;dân số;tái sản xuất;sản xuất;sản phẩm;" +
        "trường hợp;trường học;nhà trường;nhân viên;nhân lực;nhân sự;nhân thân;xác nhận;nhận định;thu nhập;thu hút;thủ công;thù địch;" +
        "biến chất;biến cố;biên soạn;biên tập;biểu dương;biểu hiện;tiêu biểu;tiêu chuẩn;tiêu chí;mang tính;mang lại;mang theo;mang tên;" +
        "đại diện;đại học;đại tá;đài truyền hình;định hướng;định kỳ;đính chính;đình chỉ;tố cáo;tố giác;tố tụng;khiếu nại;khởi tố;tội phạm;" +
        "quy trình;quy mô;quỹ đất;quý báu;chính thức;chính xác;chỉnh lý;hành chính;hành vi;hạnh phúc;tư vấn;tự vệ;tử tuất;tứ thân;cấp phép;cấp cứu;" +
        "thực hành;thực tế;thực vật;thực trạng;thực tiễn;thực phẩm;hợp đồng;ngoại tệ;ngoại giao;ngoại ngữ;nước ngoài;ngăn cản;văn phong;cố định;" +
        "quân ủy;quân đội;quân sự;quá trình;quá hạn;hoán đổi;thay đổi;biến đổi;trao đổi;đổi chác;dự định;dự toán;dự thảo;dự trữ;dự phòng;" +
        "liên quan;cơ quan;có liên quan;hệ số;hệ số lương;tiền lương;bảng lương;mức lương;lương hưu;phụ cấp;trợ cấp;cung cấp;cao cấp;trung cấp;" +
        "tích cực;tích lũy;tích hợp;thành tích;diện tích;di tích;góp phần;một phần;cổ phần;cổ phiếu;thành phần;phần mềm;phần trăm;học phần;" +
        "cá nhân;nạn nhân;bệnh nhân;pháp nhân;hôn nhân;công nhận;xác nhận;chứng nhận;tiếp nhận;thừa nhận;ghi nhận;nhận xét;nhận dạng;" +
        "địa chỉ;chỉ tiêu;chỉ số;chỉ định;chỉ dẫn;chỉ huy;từ chối;từ chức;từ điển;bắt đầu;ban đầu;đầu tiên;đứng đầu;đầu tháng;cầu đường;" +
        "phòng chống;phòng ngừa;phòng cháy;dự phòng;phòng họp;đối phó;đối xử;đối thoại;đối chiếu;đối ứng;phản đối;tuyệt đối;tương đối;" +
        "sử dụng;sử liệu;lịch sự;sự việc;sự kiện;sự cố;sự nghiệp;hình sự;dân sự;nhân sự;thời sự;hình ảnh;hình phạt;mô hình;truyền hình;loại hình;" +
        "tài nguyên;tài trợ;tại chỗ;tại ngũ;hiện tại;tồn tại;khoản tiền;điều khoản;tài khoản;bảo lãnh;bảo hành;bảo mật;bảo tồn;bảo trì;báo động;" +
        "tiểu học;tiêu hủy;tiêu cực;tiêu dùng;tiêu thụ;khóa học;đại lý;đại lễ;đai ốc;tham khảo;thăm hỏi;thẩm tra;thẩm định;thẩm quyền;thâm niên;" +
        "mang thai;mạng lưới;an ninh mạng;mạng máy tính;cách thức;chính quy;chính danh;chỉnh sửa;quản lý;quản trị;quan sát;quan trắc;quán quân;" +
        "thu hồi;thu phí;thù lao;thư ký;thư viện;chữ ký;đăng ký;ký kết;ký hiệu;kỳ họp;kỳ thi;học kỳ;ký quỹ;kỹ thuật;kỹ năng;định mức;giả định;" +
        "phương án;đơn phương;đa phương;song phương;chấm dứt;chấm điểm;công đoạn;giai đoạn;đoạn đường;công an;công bố;công ty;công ước;công ích;" +
        "cấp bách;cập nhật;cặp đôi;đường bộ;đường sắt;bến thủy;bên thứ ba;đình công;gia đình;gia hạn;gia nhập;giá trị;giá cả;đấu giá;đánh giá;" +
        "sát hạch;ca máy;cấp úy;cộng tác viên;kê biên;bán đấu giá;thẩm định giá;định giá;sĩ quan;số dư;hòa giải;nghiệm thu;vật tư;phổ thông;" +
        "đặc thù;phân loài;địa chí;ước tính;kiểm sát viên;gia định;có công;phạm nhân;xét nghiệm;bưu chính;công sản;hậu quả;thu đổi;đồng thời;" +
        "khoán tiền;phát thanh viên;bảng giá;hạn hán;viên chức;ô tô;phát hiện;tai nạn;vận tải;tính chất;xác định;ủy nhiệm chi;nhân dạng;" +
        "hoàn chỉnh;danh mục;bất động sản;tiến hành;đi đôi;chức danh";

    /// <summary>
    /// Words that stand by themselves almost anywhere, so that their neighbors say nothing: never taken for an error
    /// without the word of the collection.
    /// </summary>
    internal const string Free =
        "a à ạ ai anh ấy bà ba bao bằng bị bởi cả các cái cần càng chẳng chỉ chị cho chưa chứ có cô còn con của cùng cũng cứ dù do đã đang đâu " +
        "đây để đến đều đi đó đủ được em gì hai hay hãy hết hơn họ hoặc khác khi khó không là lại lên loại lúc mà mấy mình mỗi mọi mới một " +
        "muốn nào này nay năm nên nếu ngày ngoài người nhất nhiều như nhưng những nơi nữa ở ông phải qua quá ra rằng rất rồi sau sắp sẽ số sổ " +
        "ta tại theo thì thêm thế thuộc tiếp to tới trên trong trước từ từng tự vẫn vào và về vì việc với vừa xem xin xong ký kỳ hàng hằng";

    /// <summary>All entries in order, split.</summary>
    internal static IEnumerable<string> All => (Party + ";" + Neighbours).Split(';');
}
