"""Twenty letters in every form an office has, and how well they are read.

usage: letters.py FOLDER COMMAND...     COMMAND is the built `search`; formats whose program is missing are skipped and named.
       letters.py FOLDER --make         only writes the files
"""
import base64, csv, html, io, json, os, pathlib, re, shutil, subprocess, sys, unicodedata, zipfile

HERE = pathlib.Path(__file__).parent
LETTERS = json.loads((HERE / "letters.json").read_text(encoding="utf-8"))
FIELDS = ("number", "date", "type", "issuer", "title", "signer")
FORMATS = ("docx", "doc", "odt", "rtf", "html", "pdf", "printed", "mht", "eml", "scan")


def title_of(letter):
    return letter["expect"].get("title") or " ".join(letter["title"])


# ---------- one letter as Word's own parts -------------------------------------------------------

def paragraph(text, bold=False, italic=False, center=False):
    run = "".join(f"<w:{mark}/>" for mark, on in (("b", bold), ("i", italic)) if on)
    place = '<w:pPr><w:jc w:val="center"/></w:pPr>' if center else ""
    return f'<w:p>{place}<w:r><w:rPr>{run}<w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r></w:p>'


def table(*cells):
    grid = "".join('<w:gridCol w:w="4600"/>' for _ in cells)
    row = "".join(f'<w:tc><w:tcPr><w:tcW w:w="4600" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    return f'<w:tbl><w:tblPr><w:tblW w:w="9200" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>'


def word(letter):
    left = "".join(paragraph(line, bold=i == len(letter["left"]) - 2, center=True) for i, line in enumerate(letter["left"]))
    left += paragraph(letter["number"], center=True) + "".join(paragraph(line, italic=True, center=True) for line in letter.get("subject", []))
    right = "".join(paragraph(line, bold=True, center=True) for line in letter["right"]) + paragraph(letter["date"], italic=True, center=True)
    parts = [table(left, right), paragraph("")]
    if "heading" in letter:
        parts.append(paragraph(letter["heading"], bold=True, center=True))
        parts += [paragraph(line, bold=True, center=True) for line in letter["title"]]
        parts.append(paragraph("-----", center=True))
    if "to" in letter:
        parts.append(paragraph("Kính gửi:", center=True))
        parts += [paragraph(f"- {line}{'.' if i == len(letter['to']) - 1 else ';'}") for i, line in enumerate(letter["to"])]
    parts += [paragraph(line, bold=True, center=True) for line in letter.get("lead", [])]
    parts += [paragraph(line) for line in letter["body"]]
    end = paragraph("Nơi nhận:", bold=True, italic=True) + "".join(
        paragraph(f"- {line}{'.' if i == len(letter['recipients']) - 1 else ';'}") for i, line in enumerate(letter["recipients"]))
    sign = "".join(paragraph(line, bold=True, center=True) for line in letter["authority"]) + paragraph("") * 2 + paragraph(letter["signer"], bold=True, center=True)
    parts += [paragraph(""), table(end, sign)]
    body = "".join(parts)
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1418"/></w:sectPr></w:body></w:document>'


def write_word(letter, path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        package.writestr("_rels/.rels", '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        package.writestr("word/document.xml", word(letter))


# ---------- the same as a page --------------------------------------------------------------------

def page(letter):
    def lines(texts, tag="b"):
        return "".join(f'<p style="text-align:center;margin:2px"><{tag}>{html.escape(t)}</{tag}></p>' for t in texts)

    heading = "" if "heading" not in letter else lines([letter["heading"], *letter["title"]]) + '<p style="text-align:center">-----</p>'
    to = "" if "to" not in letter else '<p style="text-align:center">Kính gửi:</p>' + "".join(f"<p>- {html.escape(t)};</p>" for t in letter["to"])
    body = lines(letter.get("lead", [])) + "".join(f'<p style="text-align:justify">{html.escape(t)}</p>' for t in letter["body"])
    recipients = "<p><b><i>Nơi nhận:</i></b></p>" + "".join(f'<p style="margin:1px">- {html.escape(t)};</p>' for t in letter["recipients"])
    return f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>Văn bản</title></head><body style="font-family:serif;font-size:14pt">
<table style="width:100%"><tr><td style="width:45%;vertical-align:top">{lines(letter["left"])}{lines([letter["number"]], "span")}{lines(letter.get("subject", []), "i")}</td>
<td style="vertical-align:top">{lines(letter["right"])}{lines([letter["date"]], "i")}</td></tr></table>
{heading}{to}{body}
<table style="width:100%"><tr><td style="width:50%;vertical-align:top">{recipients}</td><td style="vertical-align:top">{lines(letter["authority"])}<p><br><br></p>{lines([letter["signer"]])}</td></tr></table></body></html>'''


def write_mht(letter, path):
    body = base64.encodebytes(page(letter).encode()).decode()
    path.write_text(f'From: <Saved>\nSubject: =?utf-8?B?{base64.b64encode("Văn bản".encode()).decode()}?=\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="part"\n\n--part\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: base64\nContent-Location: file:///van-ban.htm\n\n{body}\n--part--\n', encoding="ascii", newline="\r\n")


def write_eml(letter, path):
    """A mail with a short text and the letter as Word file in it."""
    file = io.BytesIO()
    write_word(letter, file)
    attached = base64.encodebytes(file.getvalue()).decode()
    text = base64.encodebytes("Kính gửi các đồng chí văn bản kèm theo.".encode()).decode()
    path.write_text(f'From: van.thu@vi-du.vn\nTo: don.vi@vi-du.vn\nSubject: =?utf-8?B?{base64.b64encode("Gửi văn bản".encode()).decode()}?=\nDate: Mon, 02 Mar 2026 08:00:00 +0700\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="part"\n\n--part\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n{text}\n--part\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name="van-ban.docx"\nContent-Disposition: attachment; filename="van-ban.docx"\nContent-Transfer-Encoding: base64\n\n{attached}\n--part--\n', encoding="ascii", newline="\r\n")


def write_scan(image, path, dots=200):
    """One picture on one page, as a scanner's software leaves it."""
    data = image.read_bytes()
    at = next(i for i in range(len(data)) if data[i] == 0xFF and data[i + 1] in (0xC0, 0xC2))
    height, width = int.from_bytes(data[at + 5:at + 7]), int.from_bytes(data[at + 7:at + 9])
    color = "/DeviceGray" if data[at + 9] == 1 else "/DeviceRGB"
    size = f"{width * 72 / dots:.2f} {height * 72 / dots:.2f}"
    draw = f"q {size.replace(' ', ' 0 0 ')} 0 0 cm /I Do Q".encode()
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size}]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>".encode(),
               b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
               f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace{color}/BitsPerComponent 8/Filter/DCTDecode/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for i, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, content)
    table_at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table_at)
    path.write_bytes(out)


# ---------- by real programs ----------------------------------------------------------------------

def run(*command, **more):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=1_200, **more)


def works(*command):
    """Whether a program is there and is the one that is meant."""
    return shutil.which(command[0]) is not None and subprocess.run(command, capture_output=True).returncode == 0


def convert(folder, sources, target, out, filter_name=None):
    """LibreOffice writes each source anew; one process for all of them."""
    out.mkdir(parents=True, exist_ok=True)
    run("soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", filter_name or target, "--outdir", out, *sources)


def make(folder):
    skipped = []
    own = folder / "own"
    for part in ("own", "mht", "eml", "pages"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for letter in LETTERS:
        write_word(letter, own / f"{letter['id']}.docx")
        write_mht(letter, folder / "mht" / f"{letter['id']}.mht")
        write_eml(letter, folder / "eml" / f"{letter['id']}.eml")
        (folder / "pages" / f"{letter['id']}.html").write_text(page(letter), encoding="utf-8")

    if shutil.which("soffice"):
        convert(folder, sorted(own.glob("*.docx")), "odt", folder / "odt")
        drafts = sorted((folder / "odt").glob("*.odt"))
        for target, name in (("docx", None), ("doc", None), ("rtf", None), ("html", "html:HTML (StarWriter)"), ("pdf", None)):
            convert(folder, drafts, target, folder / target, name)
    else:
        skipped += ["docx", "doc", "odt", "rtf", "html", "pdf", "scan"]

    browser = next(filter(shutil.which, ("chromium", "chromium-browser", "google-chrome")), None)
    if browser:
        (folder / "printed").mkdir(exist_ok=True)
        for source in sorted((folder / "pages").glob("*.html")):
            run(browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}", "--no-pdf-header-footer", f"--print-to-pdf={folder / 'printed' / (source.stem + '.pdf')}", source.as_uri())
    else:
        skipped.append("printed")

    if "pdf" not in skipped and shutil.which("pdftoppm") and shutil.which("tesseract") and works("convert", "-version"):
        (folder / "scan").mkdir(exist_ok=True)
        for i, source in enumerate(sorted((folder / "pdf").glob("*.pdf"))):
            run("pdftoppm", "-r", "200", "-gray", "-png", "-f", "1", "-l", "1", "-singlefile", source, folder / "scan" / source.stem)
            sheet = folder / "scan" / f"{source.stem}.png"
            # A sheet laid askew, with grain and a soft lens, as a copier gives it.
            run("convert", sheet, "-background", "white", "-rotate", f"{(i % 5 - 2) * 0.3:.1f}", "-blur", "0x0.5", "-seed", i, "-attenuate", "0.15", "+noise", "Gaussian",
                "-quality", "70", sheet.with_suffix(".jpg"))
            write_scan(sheet.with_suffix(".jpg"), sheet.with_suffix(".pdf"))
            sheet.unlink()
            sheet.with_suffix(".jpg").unlink()
    else:
        skipped += [] if "scan" in skipped else ["scan"]
    return skipped


# ---------- lists ---------------------------------------------------------------------------------

def rows():
    for letter in LETTERS:
        yield {"Số ký hiệu": re.sub(r"^Số:? ?", "", letter["number"]), "Ngày ban hành": "/".join(reversed(letter["expect"]["date"].split("-"))),
               "Cơ quan ban hành": letter["expect"]["issuer"][0], "Trích yếu": title_of(letter), "Nội dung": "\n".join(letter["body"])}


def make_lists(folder):
    lists = folder / "lists"
    lists.mkdir(parents=True, exist_ok=True)
    table_rows = list(rows())
    with (lists / "csv.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, table_rows[0].keys())
        writer.writeheader()
        writer.writerows(table_rows)
    keys = {"Số ký hiệu": "number", "Ngày ban hành": "date", "Cơ quan ban hành": "issuer", "Trích yếu": "title", "Nội dung": "text"}
    (lists / "jsonl.jsonl").write_text("".join(json.dumps({keys[k]: v for k, v in row.items()}, ensure_ascii=False) + "\n" for row in table_rows), encoding="utf-8")
    if not shutil.which("soffice"):
        return ["xlsx"]
    convert(folder, [lists / "csv.csv"], "xlsx", lists, "xlsx:Calc MS Excel 2007 XML")
    (lists / "csv.xlsx").rename(lists / "xlsx.xlsx")
    return []


# ---------- reading -------------------------------------------------------------------------------

def plain(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(text or ""))).strip(" .").casefold()


def right(field, letter, read):
    expect = letter["expect"]
    if field == "issuer":
        return plain(read.get("issuer")) in [plain(name) for name in expect["issuer"]]
    if field == "title":
        return plain(read.get("title")) == plain(title_of(letter))
    if field == "signer":
        return plain(read.get("signer")) == plain(letter["signer"])
    return plain(read.get(field)) == plain(expect[field])


def read(files, command, data):
    """What is stored of each file, read one at a time: several files of one document would be one."""
    subprocess.run([*command, "ingest", str(files), "--data", str(data), "--json"], capture_output=True, text=True)
    listed = json.loads(subprocess.run([*command, "list", "--data", str(data), "--json"], capture_output=True, text=True).stdout or "[]")
    found = {}
    for document in listed:
        for source in document.get("sources") or [document.get("source")]:
            shown = subprocess.run([*command, "show", document["key"], "--data", str(data), "--json"], capture_output=True, text=True).stdout
            details = json.loads(shown) if shown else {}
            found.setdefault(pathlib.Path(source.split("!")[0]).stem, []).append({**document, "signer": details.get("signer") or details.get("document", {}).get("signer")})
    return found


def score(folder, command, skipped, chosen):
    total = True
    for form in [form for form in FORMATS if form not in skipped and (not chosen or form in chosen)]:
        data = folder / "data" / form
        shutil.rmtree(data, ignore_errors=True)
        found = read(folder / form, command, data)
        good, wrong = 0, []
        for letter in LETTERS:
            best = max(found.get(letter["id"], []), key=lambda one: sum(right(field, letter, one) for field in FIELDS), default=None)
            missed = ["not listed"] if best is None else [f"{field}: {best.get(field)}" for field in FIELDS if not right(field, letter, best)]
            good += not missed
            if missed:
                wrong.append(f"    {letter['id']}: " + "; ".join(missed))
        print(f"{form}: {good} of {len(LETTERS)} letters right", *wrong, sep="\n", flush=True)
        total &= good >= 18
    return total


def score_lists(folder, command):
    total = True
    for source in sorted((folder / "lists").iterdir()):
        if source.suffix not in (".csv", ".jsonl", ".xlsx") or source.stem != source.suffix[1:]:
            continue
        data = folder / "data" / source.name
        shutil.rmtree(data, ignore_errors=True)
        subprocess.run([*command, "ingest", str(source), "--data", str(data)], capture_output=True)
        listed = json.loads(subprocess.run([*command, "list", "--data", str(data), "--json"], capture_output=True, text=True).stdout or "[]")
        numbers = {document["number"] for document in listed}
        good = sum(letter["expect"]["number"] in numbers for letter in LETTERS)
        print(f"{source.suffix[1:]}: {good} of {len(LETTERS)} rows listed under their number", flush=True)
        total &= good == len(LETTERS)
    return total


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    command = [part for part in sys.argv[2:] if not part.startswith("--only=") and part != "--make" and part != "--made"]
    chosen = [part[7:] for part in sys.argv if part.startswith("--only=")]
    skipped = [] if "--made" in sys.argv else make(folder) + make_lists(folder)
    if skipped:
        print("skipped, a program is missing:", ", ".join(skipped))
    if "--make" in sys.argv:
        return
    results = [score(folder, command, skipped, chosen), bool(chosen) or score_lists(folder, command)]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
