"""Where a mark of secrecy may stand in a file: each form puts words into a paper of some format.

A form gives the files by path. Paths that are told apart by the words (rows of a list) are named in `holds`; else the whole file is."""

from marked import W, csv, docx, eml, hexed, html, jsonl, p, package, pdf, table, text, word, xlsx
from xml.sax.saxutils import escape, quoteattr

FORMS = {}


def form(function):
    FORMS[function.__name__] = function
    return function


def lines_form(extension, **where):
    """A form of plain lines; the places are those of Paper.with_lines."""
    def make(paper, mark):
        return {f"x.{extension}": text(paper.with_lines(**{place: mark if lines is None else [line.replace("§", mark) for line in lines] for place, lines in where.items()}))}
    return make


for _name, _where in {
    "above": {"above": None}, "number": {"number": None}, "motto": {"motto": None}, "type": {"type": None}, "head": {"head": None}, "signature": {"signature": None}, "end": {"end": None},
    "annex": {"end": ["PHỤ LỤC", "§", "Danh sách các đơn vị"]}, "annex_named": {"end": ["Phụ lục số 02", "(ban hành kèm theo)", "§", "Bảng số liệu"]},
    "list_attached": {"end": ["DANH SÁCH TRÍCH NGANG", "§", "1. Nguyễn Thị Na", "2. Lê Văn Tòng"]},
    "later": {"end": ["ỦY BAN NHÂN DÂN XÃ TÂN THUẬN", "Số: 18/BC-UBND", "§", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]},
    "footnote": {"end": ["____________", "1 §"]}, "turned": {"middle": ["\f§"]}, "turned_foot": {"middle": ["§\n\f"]},
}.items():
    FORMS[f"txt_{_name}"] = lines_form("txt", **_where)
    if _name not in ("turned", "turned_foot"):
        FORMS[f"md_{_name}"] = lines_form("md", **_where)


@form
def md_front(paper, mark):
    return {"x.md": f"---\ntitle: {paper.title}\ndo-mat: \"{mark}\"\n---\n\n".encode() + text(paper.lines())}


@form
def md_image(paper, mark):
    return {"x.md": text(paper.with_lines(middle=f"![{mark}](dau.png)"))}


@form
def md_note(paper, mark):
    return {"x.md": text([*paper.with_lines(head=f"{paper.prose[0]}[^1]"), f"[^1]: {mark}"])}


@form
def md_quote(paper, mark):
    return {"x.md": text(paper.with_lines(above=f"> **{mark}**"))}


@form
def txt_page(paper, mark):
    return {"x.txt": text(paper.with_lines(middle=f"\f{paper.number} - Trang 2 - {mark}"))}


def html_form(name, place, markup):
    def make(paper, mark):
        marked = markup.replace("§", escape(mark)).replace("¤", quoteattr(mark)[1:-1])
        return {"x.html": html(paper, **{place: marked})}
    FORMS["html_" + name] = make


for _name, _place, _markup in (
    ("top", "top", "<p>§</p>"), ("template", "top", "<template><p>§</p></template>"), ("noscript", "top", "<noscript><p>§</p></noscript>"),
    ("srcdoc", "top", "<iframe srcdoc='&lt;p&gt;¤&lt;/p&gt;'></iframe>"), ("svg", "middle", "<svg width='90' height='30'><g><text x='4' y='20'>§</text></g></svg>"),
    ("svg_parts", "top", "<svg><text><tspan>§</tspan></text></svg>"), ("alt", "top", "<img src='stamp.gif' alt=\"¤\">"), ("title", "middle", "<img src='dau-do-mat.png' title=\"¤\">"),
    ("data", "top", "<img src='stamp.png' data-caption=\"¤\">"), ("aria", "top", "<span role='img' aria-label=\"¤\"></span>"), ("details", "middle", "<details><summary>§</summary>…</details>"),
    ("details_in", "middle", "<details><summary>Thông tin</summary><p>§</p></details>"), ("caption", "middle", "<table><caption>§</caption><tr><td>a</td><td>b</td></tr></table>"),
    ("css", "head", "<style>.dau::before{content:\"¤\";color:red}</style>"), ("css_after", "head", "<style>@page{@top-center{content: '¤'}} body:after { content : '¤' }</style>"),
    ("css_attr", "top", "<style>.d::after{content:attr(data-dau)}</style><div class='d' data-dau=\"¤\"></div>"), ("placeholder", "middle", "<input placeholder=\"¤\">"),
    ("option", "middle", "<select><option>Chọn</option><option selected>§</option></select>"), ("legend", "middle", "<fieldset><legend>§</legend><p>…</p></fieldset>"),
    ("figure", "middle", "<figure><img src='a.png'><figcaption>§</figcaption></figure>"), ("header", "top", "<header><div>§</div></header>"), ("footer", "bottom", "<footer>§</footer>"),
    ("aside", "bottom", "<aside>§</aside>"), ("meta", "head", "<meta name='classification' content=\"¤\">"), ("property", "head", "<meta property='og:title' content=\"¤\">"),
    ("page_title", "head", "<title>§</title>"), ("cell", "middle", "<table><tr><td>§</td><td>Bản số 2</td></tr></table>"), ("fixed", "bottom", "<div style='position:fixed;top:0'>§</div>"),
    ("object", "top", "<object data='dau.svg'>§</object>"), ("canvas", "top", "<canvas>§</canvas>"), ("marquee", "top", "<marquee>§</marquee>"), ("dialog", "bottom", "<dialog open>§</dialog>"),
    ("note", "bottom", "<aside epub:type='footnote'><p>1. §</p></aside>"), ("map", "bottom", "<map><area alt=\"¤\" href='#'></map>"), ("ruby", "top", "<ruby>Dấu<rt>§</rt></ruby>"),
    ("video", "top", "<video><track label=\"¤\"></video>"), ("abbr", "top", "<abbr title=\"¤\">M</abbr>"), ("value", "top", "<button value='1'>§</button>"), ("math", "top", "<math><mtext>§</mtext></math>"),
    ("pre", "top", "<pre>\n  §\n</pre>"), ("font", "top", "<center><font color=red size=5>§</font></center>"), ("later_head", "bottom", "<hr><h2>PHỤ LỤC</h2><p>§</p><table><tr><td>1</td><td>Bản</td></tr></table>"),
):
    html_form(_name, _place, _markup)

HEADER = "<w:hdr {0}><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:hdr>"


def docx_form(name, place="top", body="", **parts):
    def make(paper, mark):
        def fill(xml):
            return xml.replace("§", escape(mark)).replace("¤", quoteattr(mark)[1:-1]).replace("¶", W)
        return {"x.docx": docx(paper.lines(), **{place: fill(body)}, **{key: fill(xml) for key, xml in parts.items()})}
    FORMS["docx_" + name] = make


_SHAPE = "<w:r><w:pict><v:shape id='s1' type='#t'>{}</v:shape></w:pict></w:r>"
_BOX = "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
for _arguments in (
    {"name": "top", "body": p("§")}, {"name": "cell", "body": "<w:tbl><w:tr><w:tc>" + p("§") + "</w:tc><w:tc>" + p("Bản số 04") + "</w:tc></w:tr></w:tbl>"},
    {"name": "header", "word__header1_xml": HEADER.format("¶", "§")}, {"name": "header_first", "word__header3_xml": HEADER.format("¶", "§"), "word__header1_xml": HEADER.format("¶", "Trang")},
    {"name": "footer_even", "word__footer2_xml": HEADER.format("¶", "§").replace("hdr", "ftr")},
    {"name": "comment", "word__comments_xml": "<w:comments ¶><w:comment w:id='1' w:author='Văn thư'><w:p><w:r><w:t>§</w:t></w:r></w:p></w:comment></w:comments>"},
    {"name": "footnote", "word__footnotes_xml": "<w:footnotes ¶><w:footnote w:id='2'><w:p><w:r><w:t>§</w:t></w:r></w:p></w:footnote></w:footnotes>", "body": "<w:p><w:r><w:t>x</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>", "place": "middle"},
    {"name": "endnote", "word__endnotes_xml": "<w:endnotes ¶><w:endnote w:id='2'><w:p><w:r><w:t>§</w:t></w:r></w:p></w:endnote></w:endnotes>", "body": "<w:p><w:r><w:t>x</w:t></w:r><w:r><w:endnoteReference w:id='2'/></w:r></w:p>", "place": "middle"},
    {"name": "sdt", "body": "<w:sdt><w:sdtPr><w:alias w:val='Độ'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>§</w:t></w:r></w:p></w:sdtContent></w:sdt>"},
    {"name": "sdt_run", "body": "<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>§</w:t></w:r></w:sdtContent></w:sdt></w:p>"},
    {"name": "sdt_list", "body": "<w:p><w:sdt><w:sdtPr><w:dropDownList w:lastValue=\"¤\"><w:listItem w:displayText=\"¤\" w:value=\"1\"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>§</w:t></w:r></w:sdtContent></w:sdt></w:p>", "place": "top"},
    {"name": "wordart", "place": "middle", "body": "<w:p>" + _SHAPE.format("<v:textpath on='t' string=\"¤\"/>") + "</w:p>"},
    {"name": "watermark", "word__header2_xml": "<w:hdr ¶><w:p>" + _SHAPE.format("<v:textpath style='font-family:&quot;Arial&quot;' string=\"¤\"/>") + "</w:p></w:hdr>"},
    {"name": "box", "place": "middle", "body": "<w:p><w:r>" + _BOX.format("§", "§") + "</w:r></w:p>"}, {"name": "box_fallback", "place": "middle", "body": "<w:p><w:r>" + _BOX.format("", "§") + "</w:r></w:p>"},
    {"name": "box_header", "word__header1_xml": "<w:hdr ¶><w:p><w:r>" + _BOX.format("§", "§") + "</w:r></w:p></w:hdr>"},
    {"name": "property", "docProps__custom_xml": "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' xmlns:vt='urn:vt'><property pid='2' name='Độ mật'><vt:lpwstr>§</vt:lpwstr></property></Properties>"},
    {"name": "keywords", "docProps__core_xml": "<cp:coreProperties xmlns:cp='urn:cp'><cp:keywords>§</cp:keywords></cp:coreProperties>"},
    {"name": "app", "docProps__app_xml": "<Properties xmlns='urn:p'><Company>§</Company></Properties>"},
    {"name": "inserted", "body": "<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>§</w:t></w:r></w:ins></w:p>"}, {"name": "moved", "body": "<w:p><w:moveTo w:id='1'><w:r><w:t>§</w:t></w:r></w:moveTo></w:p>"},
    {"name": "frame", "place": "middle", "body": p("§", "<w:pPr><w:framePr w:w='2000' w:hAnchor='page' w:x='600' w:y='400'/></w:pPr>")},
    {"name": "alt", "place": "middle", "body": "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='3' name='Picture 3' descr=\"¤\"/></wp:inline></w:drawing></w:r></w:p>"},
    {"name": "picture_name", "place": "middle", "body": "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='3' name=\"¤\"/></wp:inline></w:drawing></w:r></w:p>"},
    {"name": "smartart", "word__diagrams__data1_xml": "<dgm:dataModel ¶><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>§</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"},
    {"name": "chart", "word__charts__chart1_xml": "<c:chartSpace ¶><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>§</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>"},
    {"name": "drawn", "place": "middle", "body": "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:p><a:r><a:t>§</a:t></a:r></a:p></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"},
    {"name": "field", "body": "<w:p><w:fldSimple w:instr=' DOCPROPERTY DoMat '><w:r><w:t>§</w:t></w:r></w:fldSimple></w:p>"},
    {"name": "broken_page", "place": "middle", "body": "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" + p("§")}, {"name": "before", "place": "middle", "body": p("§", "<w:pPr><w:pageBreakBefore/></w:pPr>")},
    {"name": "section", "place": "middle", "body": "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" + p("§")}, {"name": "signature", "place": "bottom", "body": p("§")}, {"name": "signature_above", "place": "middle", "body": p("§")},
    {"name": "custom", "customXml__item1_xml": "<data><doMat>§</doMat></data>"}, {"name": "right", "body": "<w:p><w:r><w:t>Số 9</w:t></w:r><w:r><w:ptab w:alignment='right'/></w:r><w:r><w:t>§</w:t></w:r></w:p>"},
):
    docx_form(**_arguments)


def xlsx_form(name, rows=None, **more):
    def make(paper, mark):
        filled = {key: _fill(value, mark) for key, value in more.items()}
        return {"x.xlsx": xlsx(rows(paper, mark) if rows else table(paper), **filled)}
    FORMS["xlsx_" + name] = make


def _fill(value, mark):
    if isinstance(value, dict):
        return {key: _fill(inner, mark) for key, inner in value.items()}
    return value.replace("§", escape(mark)).replace("¤", quoteattr(mark)[1:-1]) if isinstance(value, str) else value


xlsx_form("row", lambda paper, mark: table(paper, [["Độ mật", mark]]))
xlsx_form("row_glued", lambda paper, mark: table(paper, [[f"Độ mật: {mark}"]]))
xlsx_form("first", lambda paper, mark: table(paper, [["", "", "", mark]]))
xlsx_form("last", lambda paper, mark: [*table(paper), [], ["", "", mark]])
xlsx_form("header", margins="<headerFooter><oddHeader>&amp;C&amp;\"Times,Bold\"§</oddHeader></headerFooter>")
xlsx_form("footer_first", margins="<headerFooter differentFirst=\"1\"><firstFooter>&amp;L§</firstFooter></headerFooter>")
xlsx_form("comment", links=(("comments", "../comments1.xml"),), more={"xl/comments1.xml": "<comments xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><commentList><comment ref='A1' authorId='0'><text><r><t>§</t></r></text></comment></commentList></comments>"})
xlsx_form("threaded", more={"xl/threadedComments/threadedComment1.xml": "<ThreadedComments xmlns='urn:t'><threadedComment ref='A1'><text>§</text></threadedComment></ThreadedComments>"})
xlsx_form("drawing", more={"xl/drawings/drawing2.xml": "<d:wsDr xmlns:d='urn:d' xmlns:a='urn:a'><a:p><a:r><a:t>§</a:t></a:r></a:p></d:wsDr>"})
xlsx_form("picture", more={"xl/drawings/drawing2.xml": "<d:wsDr xmlns:d='urn:d' xmlns:a='urn:a'><d:pic><d:cNvPr id='2' name='Picture' descr=\"¤\"/></d:pic></d:wsDr>"})
xlsx_form("vml", more={"xl/drawings/vmlDrawing1.vml": "<xml xmlns:v='urn:schemas-microsoft-com:vml'><v:shape><v:textbox><div>§</div></v:textbox></v:shape></xml>"})
xlsx_form("property", more={"docProps/custom.xml": "<Properties xmlns='urn:c' xmlns:vt='urn:vt'><property name='Độ mật'><vt:lpwstr>§</vt:lpwstr></property></Properties>"})
xlsx_form("keywords", more={"docProps/core.xml": "<cp:coreProperties xmlns:cp='urn:cp'><cp:category>§</cp:category></cp:coreProperties>"})
xlsx_form("chart", more={"xl/charts/chart1.xml": "<c:chartSpace xmlns:c='urn:c' xmlns:a='urn:a'><c:title><a:p><a:r><a:t>§</a:t></a:r></a:p></c:title></c:chartSpace>"})


@form
def xlsx_sheet(paper, mark):
    return {"x.xlsx": xlsx(table(paper), sheet=mark[:28].translate({ord(c): "-" for c in "[]:*?/\\"}))}


def list_form(name, headings, kind):
    """A list of a marked and an unmarked paper: one row is held back, the other let in."""
    def make(paper, mark, other):
        rows = [(one.number, *([value] * (len(headings) - 2)), "\n".join(one.lines())) for one, value in ((paper, mark), (other, ""))]
        if kind == "jsonl":
            return {"x.jsonl": jsonl(*[dict(zip(headings, row)) for row in rows])}, "000001", "000002"
        if kind == "xlsx":
            return {"x.xlsx": xlsx([["DANH SÁCH VĂN BẢN"], list(headings), *map(list, rows)])}, "000001", "000002"
        return {"x.csv": csv(headings, *rows, separator=kind)}, "000001", "000002"
    make.is_list = True
    FORMS["list_" + name] = make


for _name, _headings, _kind in (
    ("csv", ("Số ký hiệu", "Độ mật", "Nội dung"), ","), ("semicolon", ("Số, ký hiệu", "ĐỘ MẬT", "Toàn văn"), ";"), ("tab", ("number", "secrecy", "text"), "\t"), ("level", ("Số", "Mức độ mật", "Nội dung"), ","),
    ("dau", ("Số ký hiệu", "Dấu mật", "Nội dung"), ","), ("kind", ("Số ký hiệu", "Phân loại", "Nội dung"), ","), ("remark", ("Số ký hiệu", "Ghi chú", "Nội dung"), ","),
    ("json", ("number", "do_mat", "text"), "jsonl"), ("json_vi", ("Số ký hiệu", "Độ mật", "Nội dung"), "jsonl"), ("json_class", ("number", "classification", "text"), "jsonl"), ("sheet", ("Số ký hiệu", "Độ mật", "Nội dung"), "xlsx"),
    ("sheet_urgent", ("Số ký hiệu", "Độ mật, độ khẩn", "Nội dung"), "xlsx"), ("bare", ("Số", "Mật", "Nội dung"), ","),
):
    list_form(_name, _headings, _kind)


def eml_form(name, make):
    FORMS["eml_" + name] = lambda paper, mark: {"x.eml": make(paper, mark)}


eml_form("subject", lambda paper, mark: eml(text(paper.lines()), [("Subject", f"[{mark}] Gửi báo cáo")]))
eml_form("subject_end", lambda paper, mark: eml(text(paper.lines()), [("Subject", f"Báo cáo quý ({mark})")]))
eml_form("header", lambda paper, mark: eml(text(paper.lines()), [("Subject", "Báo cáo"), ("X-Do-Mat", mark)]))
eml_form("header_class", lambda paper, mark: eml(text(paper.lines()), [("Subject", "Báo cáo"), ("X-Classification", mark)]))
eml_form("keywords", lambda paper, mark: eml(text(paper.lines()), [("Subject", "Báo cáo"), ("Keywords", mark)]))
eml_form("comments", lambda paper, mark: eml(text(paper.lines()), [("Subject", "Báo cáo"), ("Comments", mark)]))
eml_form("body", lambda paper, mark: eml(text(paper.with_lines(above=mark)), [("Subject", "Báo cáo")]))
eml_form("plain", lambda paper, mark: eml(text(paper.with_lines(above=mark)), [("Subject", "Báo cáo")], attached=[(None, html(paper), "text/html; charset=utf-8")]))
eml_form("page", lambda paper, mark: eml(text(paper.lines()), [("Subject", "Báo cáo")], attached=[(None, html(paper, top=f"<p>{escape(mark)}</p>"), "text/html; charset=utf-8")]))


@form
def eml_attached(paper, mark):
    return {"x.eml": eml("Kính gửi đồng chí.".encode(), [("Subject", "Gửi văn bản")], attached=[(f"{mark} - bao cao.txt".replace("/", "-"), text(paper.lines()), "text/plain; charset=utf-8")])}, "bao cao.txt", None


@form
def eml_attached_in(paper, mark):
    return {"x.eml": eml("Kính gửi đồng chí.".encode(), [("Subject", "Gửi văn bản")], attached=[("vb.txt", text(paper.with_lines(number=mark)), "text/plain; charset=utf-8")])}, "vb.txt", None


def safe(name):
    """Words as a file may be named."""
    return "".join("-" if c in "/\\:*?\"<>|\0\t\n" else c for c in name).strip(" .") or "x"


@form
def zip_name(paper, mark):
    return {"x.zip": package({f"{safe(mark)} - {paper.number.replace('/', '_')}.txt": text(paper.lines())})}, ".txt", None


@form
def zip_folder(paper, mark):
    return {"x.zip": package({f"{safe(mark)}/bao-cao.txt": text(paper.lines())})}, ".txt", None


@form
def zip_in(paper, mark):
    return {"x.zip": package({"bao-cao.txt": text(paper.with_lines(number=mark))})}, ".txt", None


@form
def zip_comment(paper, mark):
    return {"x.zip": package({"bao-cao.txt": text(paper.lines())}, comment=mark.encode())}, ".txt", None


@form
def zip_entry_comment(paper, mark):
    return {"x.zip": package({"bao-cao.txt": text(paper.lines())}, comments={"bao-cao.txt": mark})}, ".txt", None


@form
def zip_self(paper, mark):
    return {f"{safe(mark)}.zip": package({"bao-cao.txt": text(paper.lines())})}, ".txt", None


@form
def name_first(paper, mark):
    return {f"{safe(mark)} - {paper.number.replace('/', '_')}.txt": text(paper.lines())}


@form
def name_last(paper, mark):
    return {f"{paper.number.replace('/', '_')} ({safe(mark)}).md": text(paper.lines())}


@form
def name_joined(paper, mark):
    return {f"{paper.number.replace('/', '_')}_{safe(mark).replace(' ', '_')}.html": html(paper)}


@form
def name_folder(paper, mark):
    return {f"{safe(mark)}/bao-cao.txt": text(paper.lines())}


@form
def name_deep(paper, mark):
    return {f"Năm 2019/Hồ sơ {safe(mark)}/01/bao-cao.docx": docx(paper.lines())}


def pdf_form(name, lines=None, **more):
    def make(paper, mark):
        def fill(value):
            if isinstance(value, str):
                return value.replace("<§>", hexed(mark)).replace("<raw§>", f"<{mark.encode('utf-16-be').hex()}>").replace("§", mark)
            return {k: fill(v) for k, v in value.items()} if isinstance(value, dict) else value if isinstance(value, bool) else [fill(v) for v in value]
        pages = lines(paper, mark) if lines else [paper.lines()[:12], paper.lines()[12:]]
        return {"x.pdf": pdf(pages, **{key: fill(value) for key, value in more.items()})}
    FORMS["pdf_" + name] = make


pdf_form("above", lambda paper, mark: [paper.with_lines(above=mark)])
pdf_form("number", lambda paper, mark: [paper.with_lines(number=mark)])
pdf_form("repeated", lambda paper, mark: [[mark, *paper.lines()[:12]], [mark, *paper.lines()[12:]]])
pdf_form("second", lambda paper, mark: [paper.lines()[:12], [mark, *paper.lines()[12:]]])
pdf_form("end", lambda paper, mark: [paper.lines()[:12], [*paper.lines()[12:], mark]])
pdf_form("freetext", annotations=["<< /Type /Annot /Subtype /FreeText /Rect [300 700 500 740] /Contents <§> /DA (/F1 12 Tf) >>"])
pdf_form("stamp", annotations=["<< /Type /Annot /Subtype /Stamp /Rect [300 700 500 740] /Name /Confidential /Contents <§> >>"])
pdf_form("note", annotations=["<< /Type /Annot /Subtype /Text /Rect [300 700 320 720] /Contents <§> /T (van thu) >>"])
pdf_form("note_packed", annotations=["<< /Type /Annot /Subtype /Text /Rect [300 700 320 720] /Contents <§> >>"], compressed=True)
pdf_form("subject_of_stamp", annotations=["<< /Type /Annot /Subtype /Stamp /Rect [300 700 500 740] /Subj <§> >>"])
pdf_form("field", fields=["<< /Type /Annot /Subtype /Widget /FT /Tx /T (DoMat) /V <§> /Rect [300 700 500 740] >>"])
pdf_form("choice_packed", fields=["<< /Type /Annot /Subtype /Widget /FT /Ch /T (DoMat) /V <§> /Opt [<§>] /Rect [300 700 500 740] >>"], compressed=True)
pdf_form("title", info={"Title": "§"})
pdf_form("keywords", info={"Keywords": "§", "Title": "Báo cáo"})
pdf_form("subject", info={"Subject": "§"}, compressed=True)
pdf_form("watermark", content="BT /F1 60 Tf 0.7 0.7 -0.7 0.7 300 300 Tm <raw§> Tj ET\n")


@form
def txt_body(paper, mark):
    return {"x.txt": text(paper.with_lines(middle=mark.split("\n\n")))}


@form
def md_body(paper, mark):
    return {"x.md": text(paper.with_lines(middle=mark.split("\n\n")))}


@form
def html_body(paper, mark):
    return {"x.html": html(paper, middle="".join(f"<p>{escape(line)}</p>" for line in mark.split("\n\n")))}


@form
def docx_body(paper, mark):
    return {"x.docx": docx(paper.lines(), middle="".join(map(p, mark.split("\n\n"))))}


# Forms that write into a field named for secrecy: only a mark belongs there.
FIELDS = {name for name in FORMS if name in ("md_front", "xlsx_row", "xlsx_row_glued", "xlsx_property", "docx_property", "docx_custom", "eml_header", "eml_header_class", "list_bare")
          or (name.startswith("list_") and name not in ("list_kind", "list_remark"))}

# Places in the midst of a text, where a stamp is one and a phrase with the word is none.
STAMPED = {name for name in FORMS if name.endswith(("_signature", "_signature_above", "_footnote", "_endnote", "_body", "_end", "_second", "_last", "_comment", "_threaded", "_note", "_note_packed", "_custom"))
           or name in ("txt_turned", "txt_turned_foot", "txt_page", "md_image", "html_details", "html_details_in", "html_legend", "html_caption", "html_figure", "html_cell", "html_fixed", 
                       "docx_broken_page", "docx_before", "docx_section", "docx_frame", "md_note", "docx_right")}
