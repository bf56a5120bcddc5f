"""The system under test, from outside: the search command, the host, papers to take in, and what a store holds."""

import hashlib
import http.client
import json
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
COMMAND = ["dotnet", os.environ.get("SEARCH_DLL", os.path.join(ROOT, "src/Search.Cli/bin/Release/net10.0/search.dll"))]
PROSE = (
    "Thực hiện chương trình công tác năm, Ban Thường vụ báo cáo tình hình và kết quả thực hiện nhiệm vụ trên địa bàn.",
    "Các cấp ủy, tổ chức đảng đã quán triệt các văn bản của Trung ương và tổ chức thực hiện bảo đảm đúng tiến độ đề ra.",
    "Đề nghị các cơ quan, đơn vị tiếp tục phối hợp để hoàn thành nhiệm vụ được giao trong những tháng cuối năm.",
)


class Failed(Exception):
    """What a campaign found; its text says what and where."""


def expect(holds, what):
    """Ends the campaign with what does not hold."""
    if not holds:
        raise Failed(what)


class Rounds:
    """The rounds of a long campaign: each draws by its own number, so that a campaign goes on where an earlier one ended."""

    first, seconds, seed = 0, None, 16

    @classmethod
    def of(cls, count):
        """Number and randomness of each round, until the time is over."""
        begun = time.monotonic()
        for number in range(cls.first, count):
            if cls.seconds and time.monotonic() - begun > cls.seconds:
                print(f"  the time is over: go on with --first {number}", flush=True)
                return
            yield number, random.Random(f"{cls.seed}/{number}")


def paper(number, word="", cites=()):
    """One paper of a made-up district, with words and citations of our own."""
    cited = "".join(f" Căn cứ Chỉ thị số {n}-CT/HU ngày 10/3/2019 của Huyện ủy." for n in cites)
    return (
        f"HUYỆN ỦY PHÚ SƠN\n*\nSố {number}-CT/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nPhú Sơn, ngày 10 tháng 3 năm 2019\n\nCHỈ THỊ\n"
        f"về nhiệm vụ thứ {number} {word}\n\n" + "\n\n".join((*PROSE, f"Nội dung riêng: {word}{number}.{cited}"))
        + "\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nTrần Văn Hải\n"
    )


def write_papers(folder, numbers, word="", seed=1):
    """Papers as files, each citing a few others."""
    os.makedirs(folder, exist_ok=True)
    numbers = list(numbers)
    draw = random.Random(seed)
    for number in numbers:
        with open(os.path.join(folder, f"{number:05}.txt"), "w", encoding="utf-8") as file:
            file.write(paper(number, word, draw.sample(numbers, min(3, len(numbers)))))


def run(*arguments, timeout=300, environment=None, check=None):
    """One command to its end. No command may ever end with a stack trace or by a signal."""
    done = subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, timeout=timeout, check=False, env={**os.environ, **(environment or {})})
    expect("Unhandled exception" not in done.stderr and "   at Search." not in done.stderr, f"{arguments}: {done.stderr[-2000:]}")
    expect(done.returncode in (0, 1, 2, 3, 4), f"{arguments} ended with {done.returncode}: {done.stderr[-2000:]}")
    if check is not None:
        expect(done.returncode in check, f"{arguments} ended with {done.returncode}: {done.stdout[-800:]} {done.stderr[-800:]}")
    return done


def start(*arguments, environment=None):
    """One command that is not waited for."""
    return subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **(environment or {})})


def keys(data):
    """Numbers of the documents of a store, as the list command tells them."""
    listed = json.loads(run("list", "--data", data, "--json", check=(0,)).stdout)
    return sorted(d["key"] for d in (listed if isinstance(listed, list) else listed["documents"]))


def digest(data):
    """A hash over what a store says: documents, sources, citations with targets, reasons and confidences. Row numbers, times
    and revisions are left out, for they tell of the way and not of the result."""
    with sqlite3.connect(f"file:{data}/knowledge.db?mode=ro", uri=True) as store:
        store.create_function("row_digest", -1, lambda *_: b"", deterministic=True)
        lines = [
            json.dumps(row, ensure_ascii=False)
            for query in (
                "SELECT key, slug, status, number, type, issuer, level, province, date, term, title, is_abstract, cited_by FROM documents",
                "SELECT d.key, f.path, f.sha256, s.ordinal, s.active, s.span_start, s.span_end, s.text_sha256, s.payload FROM sources s"
                " JOIN documents d ON d.id = s.document_id JOIN files f ON f.id = s.file_id",
                "SELECT f.path, s.ordinal, c.ordinal, t.key, c.is_self, c.payload FROM citations c JOIN sources s ON s.id = c.source_id"
                " JOIN files f ON f.id = s.file_id LEFT JOIN documents t ON t.id = c.target_id",
                "SELECT a.key, d.key FROM aliases a JOIN documents d ON d.id = a.document_id",
            )
            for row in store.execute(query)
        ]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


class Scratch:
    """A folder for one campaign, gone at its end."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="reliability-")
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


class Host:
    """The real host over one data folder."""

    def __init__(self, data, environment=None, limit=None, arguments=()):
        self.data = data
        self._slug = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        os.makedirs(data, exist_ok=True)
        if not os.path.exists(os.path.join(data, "knowledge.db")):
            first = os.path.join(data, "..", "first")
            write_papers(first, [1])
            run("ingest", first, "--data", data, check=(0,))
        self.key, self.readers = (json.loads(
            run("keys", "create", name, "--scope", *scopes, "--data", data, "--json", check=(0,)).stdout)["key"]
            for name, scopes in (("campaign", ("search", "read", "ingest", "admin")), ("readers", ("search", "read"))))
        self.log = tempfile.TemporaryFile()
        command = [*COMMAND, "serve", "--urls", f"http://127.0.0.1:{self.port}", "--data", data, "--no-ingest", *arguments]
        if limit:
            command = ["bash", "-c", f"ulimit -n {limit}; exec \"$0\" \"$@\"", *command]
        self.process = subprocess.Popen(
            command, stdout=self.log, stderr=self.log, env={**os.environ, **(environment or {})})
        self.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def read(self, path):
        """Status and body of a GET with the key for readers."""
        return self.ask("GET", path, headers={"Authorization": f"Bearer {self.readers}"})

    def ask(self, method, path, body=None, headers=None, timeout=60):
        """Status and body of one request; status 0 when the connection broke. Readers that load the host have a key of their
        own: the host limits the requests of each key."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, {"Authorization": f"Bearer {self.key}", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            return 0, b""
        finally:
            connection.close()

    def json(self, path):
        """The answer to a GET that has to succeed."""
        status, body = self.ask("GET", path)
        expect(status == 200, f"GET {path}: {status} {body[:300]!r}")
        return json.loads(body)

    def wait(self, seconds=120):
        """Until it answers."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            expect(self.process.poll() is None, f"the host ended with {self.process.returncode}: {self.told()[-2000:]}")
            if self.ask("GET", "/readyz", timeout=5)[0] == 200:
                return
            time.sleep(0.1)
        raise Failed("the host does not answer")

    def upload(self, name, text):
        """Status and the id of the job."""
        status, body = self.ask("POST", f"/api/ingest?name={name}", text.encode(), {"Content-Type": "text/plain"})
        return status, json.loads(body)["id"] if status == 202 else None

    def finished(self, job, seconds=60):
        """State of a job once it has one that stays."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            status, body = self.ask("GET", f"/api/ingest/jobs/{job}")
            if status == 200 and json.loads(body)["status"] not in ("queued", "running"):
                return json.loads(body)["status"]
            time.sleep(0.05)
        raise Failed(f"job {job} does not end: {status} {body[:300]!r}")

    def took_up(self, job, number, seconds=120):
        """Whether the paper of an accepted job comes in: a host that begins takes up what was accepted. False with what the
        host says of the job."""
        until = time.monotonic() + seconds
        said = ""
        while time.monotonic() < until:
            if self.has(number):
                return True, said
            said = self.ask("GET", f"/api/ingest/jobs/{job}")
            time.sleep(0.2)
        return False, said

    def has(self, number):
        """Whether the paper of a number is there."""
        if self._slug is None:
            listed = self.json("/api/documents?limit=1")
            self._slug = next(d["slug"] for d in (listed.get("documents") or listed["items"]))
        return self.ask("GET", f"/api/documents/{number}{self._slug[self._slug.index('-'):]}")[0] == 200

    def alive(self):
        """Whether the process lives."""
        return self.process.poll() is None

    def told(self):
        """What it wrote."""
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def measures(self):
        """Resident bytes, open descriptors, child processes and files of the data folder."""
        pid = self.process.pid
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            resident = next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) * 1024
        children = subprocess.run(["pgrep", "-c", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.strip()
        files = sum(len(names) for _, _, names in os.walk(self.data))
        return resident, len(os.listdir(f"/proc/{pid}/fd")), int(children or 0), files

    def stop(self, how=signal.SIGTERM):
        """Ends it."""
        if self.alive():
            self.process.send_signal(how)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
