"""Makes documents of several kinds, for the tests of their readers."""

import gzip
import io
import zipfile
from email.message import EmailMessage

FERRY = (
    "The ferry ran aground off Lunde on Monday evening with forty people on board, and the coast "
    "guard took all of them ashore within two hours, the harbour master said. Nobody was hurt. "
)
CAPTAIN = (
    "The captain told the police that the rudder had failed shortly after the ship left the "
    "harbour. Investigators will look at the rudder as soon as the ship is in the dock at Vik. "
)
LONG = (FERRY + CAPTAIN) * 2  # more than 80 words


def pdf(*pages, info="", encrypt=False, rotate=0):
    """Make a PDF; each page is a list of (left, top, size, text) in points, in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< " + info + " >>"]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    numbers = []
    for page in pages:
        shown = "\n".join(
            f"BT /F1 {size} Tf {left} {792 - top - size} Td ({_escaped(text)}) Tj ET"
            for left, top, size, text in page
        )
        content = f"0 0 m 100 100 l S\n{shown}"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {rotate} "
            f"/Contents {len(objects)} 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
        )
        numbers.append(len(objects))
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>"
    lock = " /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 " if encrypt else ""
    lock += f"/O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]" if encrypt else ""
    written = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"<< /Size {size} /Root 1 0 R /Info 3 0 R{lock} >>"
    table = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer {trailer}"
    return f"{written}{table}\nstartxref\n{len(written)}\n%%EOF".encode("cp1252")


def _escaped(text):
    return "".join("\\" + sign if sign in "\\()" else sign for sign in text)


def lines(text, *, left=72, top=72, width=60, size=10, leading=12):
    """Set a text as the lines of a column of so many characters."""
    found, line = [], ""
    for word in text.split():
        if len(line) + len(word) >= width:
            found.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [
        (left, top + leading * number, size, written)
        for number, written in enumerate([*found, line])
    ]


def docx(*paragraphs, **properties):
    """Make a Word document; a paragraph is a text, or a text and the name of its style."""
    import docx as package

    document = package.Document()
    for paragraph in paragraphs:
        text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, None)
        document.add_paragraph(text, style)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def zipped(files):
    """Make a ZIP archive, the same bytes at any time: test processes must name tests alike."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, kind)
    return target.getvalue()


def epub(*chapters, package=None, more=()):
    """Make a book of chapters in HTML."""
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = package or (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lunde Post</dc:title>'
        "<dc:creator>Ann Berg</dc:creator><dc:date>2025-06-11</dc:date>"
        "<dc:publisher>calibre</dc:publisher></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/p.opf"/>'
        "</rootfiles></container>",
        "OPS/p.opf": package,
    }
    files |= {f"OPS/text/c {n}.xhtml": chapter for n, chapter in enumerate(chapters)}
    return zipped(files | dict(more))


def mail(text=None, html=None, *, attached=(), subject="Ferry aground", sender=None):
    """Make an e-mail in MIME; what is attached is given as (name, type, bytes)."""
    message = EmailMessage()
    message["From"] = sender or '"Lunde Post" <news@lunde.example>'
    message["Subject"] = subject
    message["Date"] = "Wed, 11 Jun 2025 10:00:00 +0200"
    message.set_content(text or "See the page.", cte="quoted-printable")
    if html is not None:
        message.add_alternative(html, subtype="html")
    for name, kind, data in attached:
        main, sub = kind.split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return bytes(message)


def warc(*records, compressed=True):
    """Make a WARC archive of responses, each (address, status, headers, body)."""
    written = b""
    for number, (address, status, headers, body) in enumerate(records):
        fields = "".join(f"{name}: {value}\r\n" for name, value in headers)
        answer = f"HTTP/1.1 {status}\r\n{fields}\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: 2025-06-11T10:00:00Z\r\nWARC-Record-ID: <urn:lunde:{number}>\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        written += gzip.compress(record) if compressed else record
    return written


def squeezed(data):
    """Return data as a server compresses them."""
    return gzip.compress(data)
