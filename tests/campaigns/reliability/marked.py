"""Made-up papers that bear a mark of secrecy somewhere, and papers that only speak of secrets, in every format that is read."""

import base64
import io
import json
import zipfile
from xml.sax.saxutils import escape, quoteattr

PLACES = ("Mường Trạ", "Hòa Lạc", "Cẩm Vân", "Tân Thuận", "Ia Rong", "Phú Điền", "Yên Khê", "Bàu Sen", "Suối Cạn", "Đông Lĩnh", "Trà Kót", "Vĩnh Xuân")
BODIES = (("HUYỆN ỦY", "HU"), ("TỈNH ỦY", "TU"), ("THÀNH ỦY", "TU"), ("ĐẢNG ỦY CÔNG AN TỈNH", "ĐU"), ("BAN TỔ CHỨC HUYỆN ỦY", "BTCHU"), ("VĂN PHÒNG TỈNH ỦY", "VPTU"))
TYPES = (("BÁO CÁO", "BC"), ("KẾ HOẠCH", "KH"), ("CHỈ THỊ", "CT"), ("QUYẾT ĐỊNH", "QĐ"), ("HƯỚNG DẪN", "HD"), ("THÔNG BÁO", "TB"), ("TỜ TRÌNH", "TTr"))
SUBJECTS = ("về nhiệm vụ phát triển kinh tế quý {}", "về công tác kết nạp đảng viên đợt {}", "triển khai đề án số {} về nông thôn mới", "về kiểm tra việc thực hiện nghị quyết lần thứ {}", "tổng kết chương trình hành động giai đoạn {}")
PROSE = (
    "Thực hiện chương trình công tác đã được thông qua, Ban Thường vụ tổ chức quán triệt và giao các cơ quan tham mưu xây dựng kế hoạch cụ thể.",
    "Qua kiểm tra, phần lớn các chi bộ đã hoàn thành chỉ tiêu được giao, một số nơi còn chậm do thiếu kinh phí và nhân lực.",
    "Trong thời gian tới, cấp ủy các cấp tiếp tục lãnh đạo chính quyền rà soát quy hoạch, bố trí vốn và đôn đốc tiến độ các công trình.",
    "Các đồng chí được phân công phụ trách địa bàn chịu trách nhiệm trước Ban Thường vụ về kết quả thực hiện ở nơi mình phụ trách.",
    "Giao Văn phòng theo dõi, tổng hợp và báo cáo định kỳ hằng quý để Thường trực xem xét, cho ý kiến chỉ đạo kịp thời.",
)
SIGNERS = ("Lò Thị Mẩy", "Đinh Công Tráng", "Huỳnh Ngọc Ẩn", "Vũ Đình Khoa", "Rơ Châm Hyeo", "Mạc Văn Thật", "Trịnh Xuân Mát")


class Paper:
    """The parts of one paper; each number is drawn once."""

    def __init__(self, draw, number):
        self.place = draw.choice(PLACES)
        body, sign = draw.choice(BODIES)
        self.type, short = draw.choice(TYPES)
        self.number = f"{number}-{short}/{sign}"
        self.left = [f"{body} {self.place.upper()}", "*", f"Số {self.number}"]
        self.right = ["ĐẢNG CỘNG SẢN VIỆT NAM", f"{self.place}, ngày {draw.randrange(1, 28)} tháng {draw.randrange(1, 12)} năm {draw.randrange(1996, 2025)}"]
        self.title = draw.choice(SUBJECTS).format(draw.randrange(1, 40))
        self.prose = draw.sample(PROSE, 4)
        self.closing = ["Nơi nhận:", "- Thường trực (báo cáo);", "- Lưu Văn phòng.", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", draw.choice(SIGNERS)]

    def lines(self):
        """Everything, a line each."""
        return [*self.left, *self.right, self.type, self.title, *self.prose, *self.closing]

    def with_lines(self, **places):
        """The lines with others put in: above, number, motto, type, title, head (before the prose), middle, signature (before the
        closing), end."""
        def at(name):
            value = places.get(name)
            return [] if value is None else [value] if isinstance(value, str) else list(value)
        return [
            *at("above"), *self.left, *at("number"), *self.right, *at("motto"), self.type, *at("type"), self.title, *at("head"),
            *self.prose[:2], *at("middle"), *self.prose[2:], *at("signature"), *self.closing, *at("end"),
        ]


def text(lines):
    return "\n\n".join(lines).encode() + b"\n"


def html(paper, head="", top="", middle="", bottom=""):
    """A page whose letterhead is a table of two cells; further markup at four places."""
    left, right = "<br>".join(map(escape, paper.left)), "<br>".join(map(escape, paper.right))
    prose = [f"<p>{escape(p)}</p>" for p in paper.prose]
    closing = "".join(f"<p>{escape(p)}</p>" for p in paper.closing)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{escape(paper.number)}</title>{head}</head><body>{top}<table><tr><td>{left}</td><td>{right}</td></tr></table>"
        f"<h1>{paper.type}</h1><p>{escape(paper.title)}</p>{''.join(prose[:2])}{middle}{''.join(prose[2:])}{closing}{bottom}</body></html>"
    ).encode()


W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


def p(words, properties=""):
    """A paragraph of Word."""
    return f"<w:p>{properties}<w:r><w:t xml:space=\"preserve\">{escape(words)}</w:t></w:r></w:p>"


def docx(lines, top="", middle="", bottom="", **parts):
    """A Word file; parts are named by their path with __ for / and _xml for .xml."""
    at = len(lines) - 8
    body = top + "".join(map(p, lines[:at])) + middle + "".join(map(p, lines[at:])) + bottom
    entries = {"word/document.xml": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>"}
    for name, xml in parts.items():
        entries[name.replace("__", "/").replace("_xml", ".xml")] = xml
    return package(entries)


def package(entries, comment=b"", comments=None):
    """A ZIP archive of texts and bytes by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6))
            if comments and name in comments:
                info.comment = comments[name].encode()
            if isinstance(content, str) and name.endswith(".xml") and not content.startswith("<?xml"):
                content = "<?xml version='1.0' encoding='UTF-8'?>" + content
            archive.writestr(info, content)
        archive.comment = comment
    return out.getvalue()


SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(rows, sheet="Sheet1", margins="", links=(), more=None, state=""):
    """A workbook of one sheet; links are (type, target) of the sheet."""
    data = "".join(
        f"<row r=\"{i}\">" + "".join(f"<c r=\"{chr(65 + j)}{i}\" t=\"inlineStr\"><is><t>{escape(cell)}</t></is></c>" for j, cell in enumerate(row) if cell) + "</row>"
        for i, row in enumerate(rows, 1))
    return package({
        "_rels/.rels": f"<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{LINKS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        "xl/workbook.xml": f"<workbook xmlns=\"{SHEETS}\" xmlns:r=\"{LINKS}\"><sheets><sheet name={quoteattr(sheet)} sheetId=\"1\" r:id=\"r1\"{state}/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{LINKS}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        "xl/worksheets/sheet1.xml": f"<worksheet xmlns=\"{SHEETS}\" xmlns:r=\"{LINKS}\"><sheetData>{data}</sheetData>{margins}</worksheet>",
        **({"xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships xmlns=\"{PACKAGE}\">" + "".join(
            f"<Relationship Id=\"s{i}\" Type=\"{LINKS}/{kind}\" Target=\"{target}\"/>" for i, (kind, target) in enumerate(links)) + "</Relationships>"} if links else {}),
        **(more or {}),
    })


def table(paper, head=()):
    """The rows of a workbook that is one paper."""
    return [*head, [paper.left[0], paper.right[0]], [paper.left[2], paper.right[1]], [paper.type], [paper.title], *[[line] for line in paper.prose], ["TT", "Đơn vị", "Số lượng"], ["1", "Chi bộ thôn", "12"]]


def csv(headings, *rows, separator=","):
    """A list as text."""
    def cell(value):
        return '"' + value.replace('"', '""') + '"' if any(c in value for c in '",\n;\t') else value
    return "\n".join(separator.join(map(cell, row)) for row in (headings, *rows)).encode() + b"\n"


def jsonl(*rows):
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode() + b"\n"


def word(value):
    """An encoded word of a header."""
    return "=?utf-8?B?" + base64.b64encode(value.encode()).decode() + "?="


def eml(body, headers=(), kind="text/plain", attached=()):
    """A message; attached are (name, bytes, type), alternatives are attached without a name."""
    head = ["From: van.thu@don-vi.example", "To: nhan@don-vi.example", "MIME-Version: 1.0", *[f"{n}: {v if v.isascii() else word(v)}" for n, v in headers]]
    if not attached:
        return ("\n".join([*head, f"Content-Type: {kind}; charset=utf-8", "Content-Transfer-Encoding: base64", "", base64.encodebytes(body).decode()])).encode()
    mixed = "alternative" if all(name is None for name, _, _ in attached) else "mixed"
    parts = [f"--ranh\nContent-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{base64.encodebytes(body).decode()}"]
    for name, content, of in attached:
        disposition = f"Content-Disposition: attachment; filename=\"{word(name) if not name.isascii() else name}\"\n" if name else ""
        parts.append(f"--ranh\nContent-Type: {of}\n{disposition}Content-Transfer-Encoding: base64\n\n{base64.encodebytes(content).decode()}")
    return ("\n".join([*head, f"Content-Type: multipart/{mixed}; boundary=ranh", "", *parts, "--ranh--", ""])).encode()


def hexed(value):
    """A string of PDF in UTF-16."""
    return "<FEFF" + value.encode("utf-16-be").hex().upper() + ">"


def pdf(pages, annotations=(), fields=(), info=None, outlines=(), compressed=False, content=""):
    """A PDF whose codes are UTF-16; annotations and fields are bodies of dictionaries on the first page."""
    import zlib
    ranges = "".join(f"<{h:02X}00> <{h:02X}FF> <{h:02X}00>\n" for h in range(256))
    blocks = ranges.splitlines(keepends=True)
    cmap = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + "".join(
        f"64 beginbfrange\n{''.join(blocks[i:i + 64])}endbfrange\n" for i in range(0, 256, 64)) + "endcmap end end"

    def stream(data):
        data = data if isinstance(data, bytes) else data.encode("latin-1")
        if compressed:
            data = zlib.compress(data)
            return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data)
        return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)

    objects = {
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        4: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>",
        5: stream(cmap),
    }
    number, kids, annots = 10, [], []
    for body in (*annotations, *fields):
        objects[number] = body
        annots.append(number)
        number += 1
    for i, lines in enumerate(pages):
        drawn = "BT /F1 10 Tf 30 800 Td\n" + "".join(f"<{line.encode('utf-16-be').hex().upper()}> Tj 0 -18 Td\n" for line in lines) + "ET\n" + (content if i == 0 else "")
        objects[number + 1] = stream(drawn)
        more = f" /Annots [{' '.join(f'{n} 0 R' for n in annots)}]" if i == 0 and annots else ""
        objects[number] = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1400 842] /Contents {number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >>{more} >>"
        kids.append(number)
        number += 2
    catalog = ""
    if fields:
        catalog += f" /AcroForm << /Fields [{' '.join(f'{n} 0 R' for n in annots[len(annotations):])}] /DR << /Font << /F1 3 0 R >> >> /DA (/F1 10 Tf) >>"
    if outlines:
        first = number
        for i, title in enumerate(outlines):
            objects[number] = f"<< /Title {hexed(title)} /Parent 9 0 R{f' /Next {number + 1} 0 R' if i + 1 < len(outlines) else ''} /Dest [{kids[0]} 0 R /Fit] >>"
            number += 1
        objects[9] = f"<< /Type /Outlines /First {first} 0 R /Last {number - 1} 0 R /Count {len(outlines)} >>"
        catalog += " /Outlines 9 0 R"
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R{catalog} >>"
    objects[2] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>"
    if info:
        objects[8] = "<< " + " ".join(f"/{k} {hexed(v)}" for k, v in info.items()) + " >>"
    out = bytearray(b"%PDF-1.5\n")
    offsets = {}
    packed = {n: b for n, b in objects.items() if isinstance(b, str)} if compressed else {}
    for n, body in objects.items():
        if n in packed:
            continue
        offsets[n] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body if isinstance(body, bytes) else body.encode("latin-1"))
    size = max(objects) + 3
    if not compressed:
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        for n in range(1, size):
            out += b"%010d 00000 n \n" % offsets[n] if n in offsets else b"0000000000 65535 f \n"
        out += (f"trailer << /Size {size} /Root 1 0 R{' /Info 8 0 R' if info else ''} >>\nstartxref\n{start}\n%%EOF\n").encode()
        return bytes(out)
    # Objects without streams lie in one compressed stream of objects, the table of references is a stream as well.
    head, bodies, at = [], [], 0
    for n, body in packed.items():
        head.append(f"{n} {at}")
        bodies.append(body)
        at += len(body) + 1
    first = len(" ".join(head)) + 1
    data = zlib.compress((" ".join(head) + " " + "\n".join(bodies)).encode("latin-1"))
    holder = size - 2
    offsets[holder] = len(out)
    out += b"%d 0 obj\n<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (holder, len(packed), first, len(data), data)
    start = len(out)
    offsets[size - 1] = start
    rows = b""
    for n in range(size):
        if n in offsets:
            rows += b"\x01" + offsets[n].to_bytes(4, "big") + b"\x00"
        elif n in packed:
            rows += b"\x02" + holder.to_bytes(4, "big") + list(packed).index(n).to_bytes(1, "big")
        else:
            rows += b"\x00" + b"\x00" * 4 + b"\xff"
    rows = zlib.compress(rows)
    out += b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 1] /Root 1 0 R%s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        size - 1, size, b" /Info 8 0 R" if info else b"", len(rows), rows, start)
    return bytes(out)
