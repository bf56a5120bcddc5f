"""Kills, power cuts, failing and full disks."""

import json
import os
import shutil
import signal
import subprocess
import time

import faults
from system import COMMAND, Host, Scratch, digest, expect, keys, paper, run, write_papers


class Image:
    """An ext4 file system in a file. A copy of the file, taken while it is mounted, is what a power cut leaves: what was not
    flushed is not in it, for the journal is written only every five minutes."""

    def __init__(self, folder, megabytes=96):
        self.file = os.path.join(folder, "disk.img")
        self.at = os.path.join(folder, "disk")
        os.makedirs(self.at, exist_ok=True)
        with open(self.file, "wb") as file:
            file.truncate(megabytes << 20)
        subprocess.run(["mkfs.ext4", "-q", self.file], check=True)

    def __enter__(self):
        subprocess.run(["mount", "-o", "loop,commit=300", self.file, self.at], check=True)
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.at], check=False)

    def cut(self, folder):
        """Mounts what a power cut would leave now; the folder it lies in, to be given back with ``release``."""
        copy, at = os.path.join(folder, "cut.img"), os.path.join(folder, "cut")
        os.makedirs(at, exist_ok=True)
        subprocess.run(["cp", "--sparse=always", self.file, copy], check=True)
        subprocess.run(["mount", "-o", "loop", copy, at], check=True)
        return at

    @staticmethod
    def release(at):
        """Takes a cut away."""
        subprocess.run(["umount", "-l", at], check=True)


def acknowledged(process, limit):
    """Paths that a run of ingest acknowledged within a time."""
    lines = []
    until = time.monotonic() + limit
    for line in process.stdout:
        lines.append(json.loads(line)["path"])
        if time.monotonic() > until:
            break
    return lines


def spawn_ingest(papers, data, environment=None):
    return subprocess.Popen(
        [*COMMAND, "ingest", papers, "--data", data, "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, **(environment or {})})


def numbers_of(data):
    """The numbers of the papers there; a number below ten is written with a zero."""
    return {int(key.split("-")[0]) for key in keys(data)}


def kills(count, draw):
    """R1: kill -9 of ingest at random moments; the next run takes up the rest, and the end equals an undisturbed run."""
    with Scratch() as scratch:
        papers, whole, broken = (os.path.join(scratch, name) for name in ("papers", "whole", "broken"))
        write_papers(papers, range(1, 401))
        run("ingest", papers, "--data", whole, check=(0,))
        for number in range(count):
            process = spawn_ingest(papers, broken)
            told = acknowledged(process, draw.uniform(0, 1.5))
            process.kill()
            told += [json.loads(line)["path"] for line in process.stdout.read().splitlines() if line.endswith("}")]
            process.wait()
            if os.path.exists(os.path.join(broken, "knowledge.db")):
                there = numbers_of(broken)
                lost = [path for path in told if int(path[-9:-4]) not in there]
                expect(not lost, f"kill {number}: acknowledged and lost: {lost[:5]}")
            if len(told) == 0 and number % 3 == 2:
                shutil.rmtree(broken, ignore_errors=True)
        run("ingest", papers, "--data", broken, check=(0,))
        expect(digest(broken) == digest(whole), "the end differs from an undisturbed run")
        run("verify", "--data", broken, check=(0,))
        return f"{count} kills, 0 acknowledged lost, same digest as undisturbed"


def cuts_of_ingest(count, draw):
    """R2: power cuts of ingest on a loop-mounted file system."""
    with Scratch() as scratch:
        papers = os.path.join(scratch, "papers")
        write_papers(papers, range(1, 301))
        done = told_all = 0
        while done < count:
            with Image(scratch) as disk:
                data = os.path.join(disk.at, "data")
                process = spawn_ingest(papers, data)
                told = []
                while process.poll() is None and done < count:
                    told += acknowledged(process, draw.uniform(0, 0.4))
                    process.send_signal(signal.SIGSTOP)
                    at = disk.cut(scratch)
                    try:
                        cut = os.path.join(at, "data")
                        if told:
                            there = numbers_of(cut)
                            lost = [path for path in told if int(path[-9:-4]) not in there]
                            expect(not lost, f"cut {done}: acknowledged and lost: {lost[:5]}")
                            run("verify", "--data", cut, check=(0, 1))
                    finally:
                        disk.release(at)
                    process.send_signal(signal.SIGCONT)
                    done += 1
                    told_all = max(told_all, len(told))
                process.kill()
                process.wait()
        return f"{done} cuts (ext4 on loop, commit=300), up to {told_all} acknowledged before one, 0 lost"


def cuts_of_uploads(count, draw):
    """R16: power cuts right after a 202, and right after a key was made or revoked."""
    with Scratch() as scratch, Image(scratch) as disk:
        data = os.path.join(disk.at, "data")
        with Host(data) as host:
            uploads = made = revoked = 0
            for number in range(count):
                kind = number % 3
                made_key = None
                if kind == 0:
                    status, job = host.upload(f"moi-{number}.txt", paper(1000 + number, "cắtđiện"))
                    expect(status == 202, f"upload: {status}")
                else:
                    made_key = json.loads(run("keys", "create", f"k{number}", "--data", data, "--json", check=(0,)).stdout)
                    if kind == 2:
                        run("keys", "revoke", made_key["id"], "--data", data, check=(0,))
                at = disk.cut(scratch)
                try:
                    cut = os.path.join(at, "data")
                    if kind == 0:
                        with Host(cut) as after:
                            there, said = after.took_up(job, 1000 + number)
                            expect(there, f"cut {number}: the upload of job {job} is lost: {said}; {os.listdir(cut)} {after.told()[-1000:]}")
                        uploads += 1
                    else:
                        listed = json.loads(run("keys", "list", "--data", cut, "--json", check=(0,)).stdout)
                        is_there = any(key["id"] == made_key["id"] for key in listed)
                        if kind == 2:
                            expect(not is_there, f"cut {number}: the revocation is undone")
                            revoked += 1
                        else:
                            expect(is_there, f"cut {number}: the key is lost")
                            made += 1
                finally:
                    disk.release(at)
        return f"{uploads} cuts after a 202, {made} after a new key, {revoked} after a revocation: 0 lost"


def errors_while_serving(count, draw):
    """R4, R17: the n-th file operation of the host fails, for n = 1, 2, … of one round of upload, indexing and search; count
    bounds the steps (0: every n)."""
    return _errors(count, error=5, length=1, name="one EIO")


def errors_that_last(count, draw):
    """R3, R17: from the n-th operation on nothing can be written or flushed (ENOSPC) until the disk has room again."""
    return _errors(count, error=28, length=1_000_000, name="a full disk", kinds=faults.WRITES | faults.FLUSHES)


def _errors(count, error, length, name, kinds=faults.ALL):
    with Scratch() as scratch:
        data = os.path.join(scratch, "data")
        write_papers(os.path.join(scratch, "first"), range(1, 6))
        run("ingest", os.path.join(scratch, "first"), "--data", data, check=(0,))
        injector = faults.Faults(data)
        # The campaign waits for its jobs by asking often, and measures what a disk does, not the limit of a caller.
        with Host(data, environment={**injector.environment, "Search__RequestsPerSecond": "5000"}) as host:
            injector.fail(1 << 40, kinds=kinds)
            expect(_round(host, 1, wait=60) == "done", "a round without errors fails")
            time.sleep(2)
            total = injector.count
            expect(total > 0, "no file operation of the host was seen")
            step = max(1, total // count) if count else 1
            accepted, refused, slowest = [(1, 0)], 0, 0.0
            for number, nth in enumerate(range(1, total + 1, step), start=2):
                injector.fail(nth, length, error, kinds)
                state = _round(host, number)
                injector.stop()
                begun = time.monotonic()
                expect(host.alive(), f"the host ended at operation {nth}: {host.told()[-1500:]}")
                while host.ask("GET", "/api/search?q=nhiem+vu")[0] != 200:
                    expect(host.alive(), f"the host ended at operation {nth}: {host.told()[-1500:]}")
                    expect(time.monotonic() - begun < 30, f"the host does not answer 30 s after operation {nth}")
                    time.sleep(0.1)
                slowest = max(slowest, time.monotonic() - begun)
                if state == "refused":
                    refused += 1
                else:
                    accepted.append((number, nth))
            last = host.upload("cuoi.txt", paper(9999, "cuối"))[1]
            there, said = host.took_up(last, 9999)
            stuck = [(j["name"], j["status"]) for j in host.json("/api/ingest/jobs")["items"] if j["status"] in ("queued", "running")]
            expect(there, f"uploads do not recover after operation {nth}: {said}; {stuck}; {host.told()[-1500:]}")
            missing = []
            until = time.monotonic() + 60
            while time.monotonic() < until:
                missing = [(n, nth) for n, nth in accepted if not host.has(5000 + n)]
                if not missing:
                    break
                time.sleep(1)
            expect(not missing, f"accepted and lost (round, operation): {missing[:10]}; {host.ask('GET', '/api/ingest/jobs')[1].decode()[:3000]}")
        run("verify", "--data", data, check=(0,))
        return (f"{name} at {number - 1} of {total} operations (every {step}): {len(accepted) - 1} accepted and there, {refused} refused with 503 or 507, "
                f"the host lived and answered again within {slowest:.1f} s")


def _round(host, number, wait=5):
    """One upload, its job and a search; every answer has to be one a client can live with."""
    status, job = host.upload(f"loi-{number}.txt", paper(5000 + number, f"lỗi{number}"))
    expect(status in (202, 503, 507), f"upload answered {status}: {host.told()[-1500:]}")
    state = "refused"
    if status == 202:
        until = time.monotonic() + wait
        state = "queued"
        while state in ("queued", "running") and time.monotonic() < until:
            status, body = host.ask("GET", f"/api/ingest/jobs/{job}")
            expect(status in (200, 503), f"job answered {status} {body[:200]!r}")
            state = json.loads(body)["status"] if status == 200 else state
            time.sleep(0.02)
        expect(state != "quarantined", f"a sound paper was refused for good: {body[:500]!r}")
    for path in ("/api/search?q=nhiem+vu", f"/api/citations/lookup?q={5000 + number}-CT/HU"):
        status, body = host.ask("GET", path)
        expect(status in (200, 404, 503), f"GET {path}: {status} {body[:300]!r}")
    return state


def full_disk(count, draw):
    """R5: a disk of 16 MB runs full while papers come in; what is there is served, and there is room again."""
    with Scratch() as scratch:
        small, papers = os.path.join(scratch, "small"), os.path.join(scratch, "papers")
        os.makedirs(small)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", small], check=True)
        try:
            data = os.path.join(small, "data")
            write_papers(papers, range(1, 1501))
            first = run("ingest", papers, "--data", data, check=(1, 3))
            there = numbers_of(data)
            for command in (("query", "nhiệm vụ"), ("list",), ("show", "1-CT/HU"), ("lookup", "1-CT/HU")):
                run(*command, "--data", data, check=(0,))
            run("verify", "--data", data, check=(0, 1))
            subprocess.run(["mount", "-o", "remount,size=256m", small], check=True)
            run("ingest", papers, "--data", data, check=(0,))
            after = numbers_of(data)
            expect(there <= after and len(after) >= 1500, f"{len(there)} before, {len(after)} after")
            run("verify", "--data", data, check=(0,))
            return f"{len(there)} of 1,500 papers in before the disk was full (exit {first.returncode}); all served, all 1,500 in once there was room"
        finally:
            subprocess.run(["umount", "-l", small], check=False)
