"""Marks of secrecy as offices write them, drawn anew by parts, and words that only look like one."""

import unicodedata

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

LEVELS = ("Mật", "Tối mật", "Tuyệt mật")
URGENT = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HỎA TỐC HẸN GIỜ", "HẸN GIỜ")
HANDLED = ("không sao chụp", "thu hồi sau hội nghị", "chỉ đọc tại chỗ", "gửi đích danh", "trả lại văn thư", "không ghi âm, ghi hình", "sao lục", "lưu hành hạn chế", "đến hết năm 2031", "theo Quyết định 960")
PAPERS = ("Tài liệu", "Văn bản", "Hồ sơ", "Công văn", "Văn kiện", "Biên bản", "Đề án", "Tờ trình", "Phương án", "Bản đồ", "Danh sách", "Thư", "Báo cáo nhanh", "Kết luận")
FRAMES = ("({})", "[{}]", "«{}»", "“{}”", "*{}*", "== {} ==", "|{}|", "{}.", "_{}_", "<{}>", "{{{}}}", "- {} -", "{}!", "■ {}", "※ {}", "° {} °")
ALIKE = {"M": "МΜＭ𝐌ᎷꓟⓂ", "T": "ТΤＴ𝐓Ꭲꓔ", "I": "ІΙＩ𝐈", "Ậ": ("A\u0323\u0302", "A\u0302\u0323", "Â\u0323", "Ạ\u0302", "А\u0302\u0323", "Ậ\u200b"), "Ố": ("O\u0302\u0301", "Ô\u0301", "О\u0302\u0301")}
OLD = {"Mật": ("MËT", "Mët", "MAÄT", "Maät"), "Tối mật": ("TèI MËT", "Tèi mËt", "TOÁI MAÄT", "Toái maät"), "Tuyệt mật": ("TUYÖT MËT", "TuyÖt mËt", "TUYEÄT MAÄT", "Tuyeät maät")}


def stamp(draw):
    """A mark that is a stamp and nothing else."""
    level = draw.choice(LEVELS)
    cased = draw.choice((level.upper(), level.upper(), level, level.lower()))
    kind = draw.randrange(9)
    if kind == 0:
        return draw.choice(FRAMES).format(cased)
    if kind == 1:
        gap = draw.choice((" ", "  ", ".", " . ", "-", "·"))
        return (gap * 2 if gap.isspace() else " ").join(gap.join(word) for word in level.upper().split())
    if kind == 2:
        return "".join(draw.choice(ALIKE[c]) if c in ALIKE and draw.random() < 0.6 else c for c in level.upper())
    if kind == 3:
        return draw.choice(OLD[level])
    if kind == 4:
        return f"{cased}{draw.choice((' - ', '/', ', ', ' – ', ' + ', ': '))}{draw.choice(URGENT)}" if draw.random() < 0.6 else f"{draw.choice(URGENT)}{draw.choice((' - ', '/', ', '))}{level.upper()}"
    if kind == 5:
        return draw.choice(("Độ mật: {}", "ĐỘ MẬT : {}", "Mức độ mật - {}", "Dấu: {}", "Cấp độ: {}", "Phân loại: {}", "Độ mật ({})")).format(cased)
    if kind == 6:
        return draw.choice(("{} - Bản số {:02}", "{} (bản số {}/15)", "Bản số {1} - {0}", "{}, bản số: {}", "{}; số {}")).format(level.upper() if draw.random() < 0.7 else level, draw.randrange(1, 40))
    if kind == 7:
        return unicodedata.normalize("NFD", cased)
    return cased


def mark(draw):
    """A mark with whatever may stand beside it in a head."""
    kind = draw.randrange(8)
    level = draw.choice(LEVELS)
    cased = draw.choice((level.upper(), level, level.lower()))
    if kind == 0:
        return f"{draw.choice(PAPERS)} {draw.choice((level.lower(), level))}"
    if kind == 1:
        return f"{draw.choice(PAPERS).upper()} {level.upper()}"
    if kind == 2:
        return f"{level if cased.islower() else cased}{draw.choice((', ', ' - ', '. ', ' (', ': '))}{draw.choice(HANDLED)}"
    if kind == 3:
        return f"{draw.choice(PAPERS)} ({cased})"
    if kind == 4:
        return f"{draw.choice(PAPERS)} {draw.choice(HANDLED)} - {cased}"
    return stamp(draw)
