"""Hostile requests, connections, memory, and load."""

import os
import random
import socket
import threading
import time
import urllib.parse

from system import Host, Scratch, expect, paper, run, write_papers


def death(count, draw):
    """R11: queries of death: refused with a reason or answered, never 5xx."""
    asked = {}
    terms = "+".join(f"từ{i}" for i in range(10_000))
    addresses = [
        f"/api/search?q={urllib.parse.quote(terms[:60_000])}", "/api/search?q=" + "(" * 500 + "a" + ")" * 500, "/api/search?q=a*", "/api/search?q=" + "a%20OR%20" * 60 + "b",
        "/api/search?q=nhiem&page=1000000000", "/api/search?q=nhiem&offset=1000000000000", "/api/search?q=nhiem&limit=-1", "/api/search?q=%00", "/api/search?q=%ED%A0%80",
        "/api/search?q=" + "%CC%81" * 400, "/api/graph?key=1-CT/HU&depth=50", "/api/graph?key=1-CT/HU&nodes=1000000", "/api/search?q=%22" + "a+" * 200, "/api/search?cursor=zzz&q=a",
        "/api/suggest?q=" + "a" * 5000, "/api/citations/lookup?q=" + "1-CT/TW," * 500, "/ngon-ngu?ve=/%09/x", "/van-ban/..%2f..%2fetc%2fpasswd", "/api/documents/%2e%2e%2f", "/?q=" + "%3Cscript%3E" * 50,
        "/api/search?q=a&sort=zzz", "/api/search?q=a&type=zzz", "/api/search?q=NOT+NOT+NOT", "/api/search?q=hieuluc:", "/api/search?q=" + "%F0%9F%98%80" * 120,
    ]
    with Scratch() as scratch, Host(os.path.join(scratch, "data")) as host:
        for number in range(count):
            address = addresses[number] if number < len(addresses) else draw.choice(addresses)[: draw.randrange(20, 4000)].rstrip("%")
            status, body = host.ask("GET", address)
            expect(status and status < 500, f"GET {address[:200]}: {status} {body[:200]!r}")
            asked[status] = asked.get(status, 0) + 1
        for text in ("1-CT/TW, " * 111_000, "a" * 1_000_000, "(" * 300_000, "Số 12-CT/TW\tHà Nội, ngày 05/01/2022\tCHỈ THỊ\n" * 10_000):
            status, body = host.ask("POST", "/api/citations/extract", text.encode()[:1_000_000].decode(errors="ignore").encode(), {"Content-Type": "text/plain"}, timeout=120)
            expect(status and status < 500 or status == 503, f"extract: {status} {body[:200]!r}")
        expect(host.alive(), "the host ended")
        return f"{count} requests: " + ", ".join(f"{n} × {status}" for status, n in sorted(asked.items())) + "; 4 texts of a megabyte answered"


def hostile_files(count, draw):
    """R9: hostile files one after the other through the API: each ends as a job, and the worker lives."""
    bodies = {
        "a.md": "[a](" * 50_000, "b.md": "".join("  " * i + "- x\n" for i in range(400)), "c.md": ">" * 50_000, "d.html": "<div>" * 100_000, "e.txt": "a" + "\u0301" * 100_000,
        "f.txt": "\0" * 10_000, "g.txt": "x" * 20_000_000, "h.html": "<table>" * 5_000, "i.txt": "Số 12-CT/TW\tHà Nội, ngày 05/01/2022\tCHỈ THỊ\n", "k.csv": '"' * 100_000,
        "l.docx": "PK\x03\x04" + "x" * 1000, "m.pdf": "%PDF-1.4\n" + "1 0 obj<</Length 9>>" * 10_000, "n.zip": "PK\x05\x06" + "\0" * 18, "o.eml": "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\n" * 50_000,
        "p.jsonl": "[" * 100_000, "q.html": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><p>&b;</p>", "r.txt": "M Ậ T " * 50_000, "s.txt": "0912 " * 100_000,
    }
    with Scratch() as scratch, Host(os.path.join(scratch, "data")) as host:
        ends = {}
        for number in range(count):
            name, body = list(bodies.items())[number % len(bodies)]
            status, job = host.upload(name, body)
            expect(status in (202, 400, 413), f"{name}: {status}")
            end = host.finished(job, seconds=150) if job else "refused"
            ends[end] = ends.get(end, 0) + 1
            expect(host.alive() and host.ask("GET", "/api/search?q=nhiem")[0] == 200, f"{name}: the host does not answer")
        return f"{count} files: " + ", ".join(f"{n} {end}" for end, n in sorted(ends.items())) + "; the worker lived"


def connections(count, draw):
    """Half-open connections at 1,024 descriptors: the host lives, and answers when they are gone."""
    with Scratch() as scratch, Host(os.path.join(scratch, "data"), limit=1024) as host:
        opened = []
        for _ in range(count):
            try:
                one = socket.create_connection(("127.0.0.1", host.port), timeout=2)
                one.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n")
                opened.append(one)
            except OSError:
                pass
        time.sleep(3)
        expect(host.alive(), f"the host ended: {host.told()[-1500:]}")
        for one in opened:
            one.close()
        host.wait(60)
        expect(host.finished(host.upload("sau.txt", paper(801))[1]) == "done", "uploads after it")
        return f"{len(opened)} of {count} connections opened at 1,024 descriptors: the host lived, answers and takes files afterwards"


def extraction_memory(count, draw):
    """Memory of 32 extractions of a megabyte at a time."""
    with Scratch() as scratch, Host(os.path.join(scratch, "data")) as host:
        host.ask("POST", "/api/citations/extract", b"1-CT/TW, " * 100, {"Content-Type": "text/plain"})
        idle = host.measures()[0]
        peak, stop, ends = [idle], threading.Event(), {}

        def watch():
            while not stop.is_set():
                peak[0] = max(peak[0], host.measures()[0])
                time.sleep(0.05)

        def extract():
            status = host.ask("POST", "/api/citations/extract", b"1-CT/TW, " * 111_000, {"Content-Type": "text/plain"}, timeout=300)[0]
            ends[status] = ends.get(status, 0) + 1

        watcher = threading.Thread(target=watch)
        watcher.start()
        callers = [threading.Thread(target=extract) for _ in range(count)]
        for caller in callers:
            caller.start()
        for caller in callers:
            caller.join()
        stop.set()
        watcher.join()
        above = (peak[0] - idle) >> 20
        expect(above <= 400, f"{above} MB above idle")
        expect(not [s for s in ends if s == 0 or s >= 500 and s != 503], f"statuses {ends}")
        return f"{count} calls of 1 MB at a time: {above} MB above idle ({idle >> 20} MB); " + ", ".join(f"{n} × {s}" for s, n in sorted(ends.items()))


def steps(count, draw):
    """R12: 1, 16, 64 and 256 clients that ask without pause; count seconds each."""
    lines = []
    with Scratch() as scratch:
        data = os.path.join(scratch, "data")
        write_papers(os.path.join(scratch, "papers"), range(1, 301))
        run("ingest", os.path.join(scratch, "papers"), "--data", data, check=(0,))
        with Host(data) as host:
            for clients in (1, 16, 64, 256):
                times, ends, until = [], {}, time.monotonic() + count

                def ask(seed):
                    mine = random.Random(seed)
                    while time.monotonic() < until:
                        begun = time.monotonic()
                        status, _ = host.read(f"/api/search?q=nhiem+vu+thu+{mine.randrange(300)}")
                        times.append(time.monotonic() - begun)
                        ends[status] = ends.get(status, 0) + 1

                callers = [threading.Thread(target=ask, args=(i,)) for i in range(clients)]
                for caller in callers:
                    caller.start()
                for caller in callers:
                    caller.join()
                times.sort()
                expect(not [s for s in ends if s == 0 or s >= 500 and s != 503], f"{clients} clients: {ends}")
                lines.append(f"{clients} clients {len(times) / count:.0f}/s, p50 {1000 * times[len(times) // 2]:.0f} ms, p99 {1000 * times[int(len(times) * 0.99)]:.0f} ms")
    return "; ".join(lines)


def mixed(count, draw):
    """Uploads, searches and pages for count seconds: after a warm-up of a third memory is flat and nothing is left over."""
    with Scratch() as scratch, Host(os.path.join(scratch, "data")) as host:
        ends, stop = {}, threading.Event()

        def ask(seed):
            mine = random.Random(seed)
            while not stop.is_set():
                path = mine.choice(("/api/search?q=nhiem+vu+", "/?q=chi+thi+", "/api/citations/lookup?q=", "/api/suggest?q=nhi&x=")) + str(4000 + mine.randrange(60))
                status, _ = host.read(path)
                ends[status] = ends.get(status, 0) + 1
                time.sleep(0.01)

        readers = [threading.Thread(target=ask, args=(i,)) for i in range(8)]
        for reader in readers:
            reader.start()
        begun, samples, uploads = time.monotonic(), [], 0
        while time.monotonic() - begun < count:
            status, job = host.upload(f"t{uploads % 60}.txt", paper(4000 + uploads % 60, f"lượt{uploads % 7}"))
            expect(status == 202, f"upload {status}")
            host.finished(job)
            uploads += 1
            samples.append((time.monotonic() - begun, *host.measures()))
        stop.set()
        for reader in readers:
            reader.join()
        expect(not [s for s in ends if s == 0 or s >= 500], f"statuses {ends}")
        time.sleep(15)
        last = host.measures()
        steady = [s for s in samples if s[0] > count / 3]
        early, late = (sorted(s[1] for s in part)[len(part) // 2] for part in (steady[: len(steady) // 3], steady[-len(steady) // 3 :]))
        descriptors = (max(s[2] for s in steady[: len(steady) // 3]), max(s[2] for s in steady[-len(steady) // 3 :]))
        expect(late <= early * 1.15 + (32 << 20), f"memory grows from {early >> 20} to {late >> 20} MB")
        expect(descriptors[1] <= descriptors[0] * 1.1 + 16, f"descriptors grow {descriptors}")
        expect(last[2] == 0, f"{last[2]} child processes are left")
        return (f"{count} s: {uploads} uploads, {sum(ends.values())} requests, 0 × 5xx; median memory {early >> 20} MB after the warm-up, {late >> 20} MB at the end; "
                f"descriptors at most {descriptors[0]} and {descriptors[1]}; 0 processes left; {last[3]} files")
