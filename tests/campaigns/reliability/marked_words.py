"""Marks of secrecy as offices write them, and words that only look like one."""

MARKS = (
    "MẬT", "TỐI MẬT", "TUYỆT MẬT", "Mật", "Tối mật", "tuyệt mật", "mật", "Độ mật: Mật", "ĐỘ MẬT: TUYỆT MẬT", "MẬT - Bản số 3", "TỐI MẬT (thượng khẩn)", "M Ậ T", "T Ố I  M Ậ T",
    "Tài liệu mật", "Văn bản Mật", "MÂT", "MA\u0323\u0302T", "МẬТ", "MẬT\u200b", "Dấu: Mật", "MẬT/KHẨN", "Hồ sơ tối mật", "[TUYỆT MẬT]", "MËT", "TOÁI MAÄT", "Mức độ: Tối mật", "MẬT HỎA TỐC",
    "(MẬT)", "Mật - không sao chụp", "TUYỆT MẬT A", "Công văn mật", "Mật, bản chính",
    # second set
    "Mật (bản thứ 2)", "TỐI MẬT — HẸN GIỜ", "«TỐI MẬT»", "MẬT №3", "Độ mật : Tuyệt mật", "DẤU ĐỘ MẬT: MẬT", "M-Ậ-T", "T.Ố.I M.Ậ.T", "MẬ T", "MẬT+KHẨN", "Tài liệu Tuyệt mật, không ghi âm", "Phát trong hội nghị - MẬT",
    "Mật. Hết hội nghị thu lại", "Mật đến 31/12/2030", "Bản dự thảo - MẬT", "Dự thảo lần 3 (Mật)", "Sao từ bản gốc - Tối mật", "M\u00adẬT", "\ufeffMẬT", "ＴỐＩ ＭẬＴ", "ᎷẬᎢ", "TO\u0302\u0301I MA\u0323\u0302T", "TèI MËT",
    "TUYEÄT MAÄT", "MẠT", "Mật, sao y", "TUYỆT MẬT (bản số 01/03)", "mật/nội bộ", "Danh mục kèm theo - Mật", "Biên bản họp kín - Tuyệt mật", "Thuộc độ Tối mật", "Cấp độ: Mật", "MẬT BÁO CÁO", "MẬT NGHỊ QUYẾT", "MẬT DANH SÁCH",
)

RUNNING = (
    "Luật Bảo vệ bí mật nhà nước", "Bí mật nhà nước", "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "Mật độ dân cư", "Mật ong Cẩm Vân", "V/v bảo mật thông tin", "Ban Cơ mật", "Đổi mật khẩu", "Mật mã dân sự", "bí mật kinh doanh",
    "Trao đổi thân mật", "Gặp mặt thân mật", "Lễ ra mắt", "Mặt trận Tổ quốc", "Nước mắt", "Hợp tác xã nuôi ong lấy mật", "Hội đồng bảo mật", "Phòng Cơ yếu - Mật mã", "mật thư", "Mật vụ",
    "Đường mật", "sỏi mật", "Cắt túi mật", "Bỏ phiếu kín, bí mật", "Khai mạc", "Mất mùa", "Thắt chặt quan hệ mật thiết", "Cam kết bảo mật", "Mật nghị", "Mật báo viên", "Lưu hành nội bộ", "Đã giải mật",
    # second set
    "Chỉ tiêu mật độ xây dựng", "Cơ mật viện triều Nguyễn", "Tuần trăng mật", "Kẹo mật", "Mật gấu", "Cao mật", "Rỉ mật đường", "Mật hoa", "Mật tông", "Mật thất", "Phạm Thị Mật", "Trần Văn Mật", "xã Mật Sơn", "UBND phường Mật Sơn",
    "thôn Mật Ninh", "Thỏa thuận không tiết lộ bí mật", "Khóa bí mật", "Mật hiệu liên lạc", "Người chịu trách nhiệm bảo mật", "mật danh K9", "Chùa Mật Đa", "Nghề nuôi ong mật", "Ứng dụng mật mã lượng tử",
    "CƠ YẾU, BẢO MẬT", "TẬP HUẤN BẢO VỆ BÍ MẬT", "Thư mục bảo mật", "Mặt bằng", "Mắt kính", "Mất điện",
)

BODIES_OF_TEXT = (
    "Tuyệt mật là mức độ áp dụng đối với bí mật nhà nước có giá trị đặc biệt quan trọng.",
    "Căn cứ tính chất quan trọng, bí mật nhà nước được phân thành 3 độ mật, gồm:\n\na) Bí mật nhà nước độ Tuyệt mật;\n\nb) Bí mật nhà nước độ Tối mật;\n\nc) Bí mật nhà nước độ Mật.",
    "Người được giao soạn thảo đề xuất độ mật: Mật, Tối mật hoặc Tuyệt mật để người ký quyết định.",
    "Trong năm đã tiếp nhận 45 văn bản mật, 12 văn bản tối mật và không có văn bản tuyệt mật nào.",
    "Mật độ cây trồng bình quân 1.200 cây trên một héc ta, cao hơn năm trước.",
    "- Mật ong: 1,2 tấn;\n\n- Sáp ong: 30 kg.",
    "Đồng chí Trần Văn Mật được bầu làm Bí thư Chi bộ nhiệm kỳ 2020 - 2025.",
    "1. Tuyệt mật\n\nLà bí mật nhà nước thuộc lĩnh vực quốc phòng, an ninh do cấp có thẩm quyền ban hành.\n\n2. Tối mật\n\nLà bí mật nhà nước có giá trị rất quan trọng theo quy định của pháp luật.",
    "Mọi cán bộ phải giữ bí mật tài liệu, không tiết lộ mật khẩu và tuân thủ quy định về cơ yếu, mật mã.",
    "Điều 7. Xác định độ mật\n\n1. Tài liệu thuộc danh mục bí mật nhà nước độ Tuyệt mật do Bộ trưởng quyết định.\n\n2. Tài liệu độ Mật do thủ trưởng đơn vị quyết định.",
    "Mẫu dấu: chữ MẬT in hoa, đứng, đậm, cỡ chữ 13, nằm cân đối trong khung hình chữ nhật viền đơn.",
    "Chủng loại\n\n- Mật mía: 300 lít;\n\n- Mật ong: 120 lít.",
    "Đồng chí Phạm Thị Mật, Phó Bí thư Chi bộ thôn Mật Ninh, báo cáo tham luận tại hội nghị.",
    "Hội nghị thống nhất bỏ phiếu kín và giữ bí mật kết quả cho đến khi công bố.",
    "Việc chuyển giao văn bản mật thực hiện qua giao liên riêng; bì ngoài đóng chữ A, B hoặc C theo độ mật.",
    "Phụ lục thống kê gồm:\n\na) Số văn bản Tối mật;\n\nb) Số văn bản Mật;\n\nc) Số văn bản thường.",
    "Tài liệu \"Mật\" phải được đóng dấu đỏ ở phía trên bên phải và quản lý trong tủ có khóa.",
)
