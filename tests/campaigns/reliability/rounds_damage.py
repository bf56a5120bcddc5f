"""Damage, order, backup, and commands that meet on one folder."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import threading
import time

from system import COMMAND, Host, Rounds, Scratch, digest, expect, keys, paper, run, write_papers


def damage(count, draw):
    """R6: flips, truncations and torn tails over every file of a data folder: found by verify or without effect, never a wrong
    answer, and mended by repair (the store) or the next opening (the index)."""
    with Scratch() as scratch:
        papers, whole, broken = (os.path.join(scratch, name) for name in ("papers", "whole", "broken"))
        write_papers(papers, range(1, 61))
        run("ingest", papers, "--data", whole, check=(0,))
        with sqlite3.connect(os.path.join(whole, "knowledge.db")) as store:
            store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sound, answers = digest(whole), _answers(whole)
        files = [os.path.join(folder, name) for folder, _, names in os.walk(whole) for name in names]
        files = [file for file in files if os.path.getsize(file) > 0 and not file.endswith((".lock", "-shm"))]
        weights = [os.path.getsize(file) ** 0.5 for file in files]
        counts = {}
        for number, draw in Rounds.of(count):
            shutil.rmtree(broken, ignore_errors=True)
            shutil.copytree(whole, broken)
            name = os.path.relpath(draw.choices(files, weights)[0], whole)
            what = _break(os.path.join(broken, name), draw)
            kind = "store" if name.startswith("knowledge.db") else "index" if name.startswith("fulltext") else name
            now = _answers(broken, may_fail=True)
            # An answer is the right one, or one that says it cannot be given.
            wrong = [q for q, answer in now.items() if answer is not None and not answer <= answers[q]]
            expect(not wrong, f"damage {number} ({what} of {name}): wrong answers to {wrong}")
            found = run("verify", "--data", broken).returncode != 0
            if run("repair", "--data", broken).returncode != 0 and kind == "store":
                # What the command says then: put the file away and take the sources in again.
                for left in os.listdir(broken):
                    if left.startswith("knowledge.db"):
                        os.remove(os.path.join(broken, left))
            if run("verify", "--data", broken).returncode != 0:
                for line in _warnings(broken):
                    run("verify", "--acknowledge", line["id"], "--data", broken)
            run("ingest", papers, "--data", broken, check=(0,))
            mended = run("verify", "--data", broken).returncode == 0 and _answers(broken, may_fail=True) == answers and digest(broken) == sound
            row = counts.setdefault(kind, [0, 0, 0])
            row[0] += 1
            row[1] += found or _answers(broken, may_fail=True) == answers
            row[2] += mended
            if not mended:
                print(f"  not mended: damage {number}, {what} of {name}", flush=True)
            if (number + 1) % 10 == 0:
                print(f"  after {number + 1}: {counts} (damages, found or without effect, mended)", flush=True)
        return "; ".join(f"{kind}: {n} damages, {found} found or without effect, {mended} mended, 0 wrong answers" for kind, (n, found, mended) in sorted(counts.items()))


def _answers(data, may_fail=False):
    """Documents that a few questions lead to."""
    answers = {}
    for question in ("nhiệm vụ thứ 7", "Trung ương tổ chức", "chỉ thị 12-CT/HU"):
        done = run("query", question, "--data", data, "--json", "--limit", "100")
        expect(may_fail or done.returncode == 0, done.stderr)
        answers[question] = {hit["key"] + hit.get("title", "") for hit in json.loads(done.stdout)["hits"]} if done.returncode == 0 else None
    return answers


def _warnings(data):
    said = run("verify", "--data", data, "--json").stdout
    return json.loads(said).get("warnings", []) if said.strip() else []


def _break(path, draw):
    size = os.path.getsize(path)
    kind = draw.choice(("flip", "flip", "flip", "cut", "torn"))
    with open(path, "r+b") as file:
        if kind == "cut":
            file.truncate(draw.randrange(size))
            return kind
        at = draw.randrange(size)
        file.seek(at)
        if kind == "torn":
            file.write(bytes(min(512, size - at)))
            return f"zeros at {at}"
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ (1 << draw.randrange(8))]))
        return f"flip at {at}"


def order(count, draw):
    """R13: the same papers in other orders of arrival and with one processor give the same store."""
    with Scratch() as scratch:
        folders = [os.path.join(scratch, "papers", f"{i}") for i in range(4)]
        for i, folder in enumerate(folders):
            write_papers(folder, range(1, 161), seed=3)
            for name in os.listdir(folder):
                if int(name[:5]) % 4 != i:
                    os.remove(os.path.join(folder, name))
        digests = set()
        for number in range(count):
            data = os.path.join(scratch, f"data{number}")
            shuffled = draw.sample(folders, 4) if number else folders
            for folder in shuffled:
                run("ingest", folder, "--data", data, check=(0,), environment={"DOTNET_PROCESSOR_COUNT": str(1 + number % 2)})
            digests.add(digest(data))
        expect(len(digests) == 1, f"{len(digests)} digests of {count} orders")
        return f"{count} orders of arrival, one and two processors: one digest"


def backup(count, draw):
    """R15: a backup taken while a host serves and takes papers in, restored: sound, and all that was acknowledged before it."""
    with Scratch() as scratch:
        data = os.path.join(scratch, "data")
        with Host(data) as host:
            there = []
            for number in range(count):
                jobs = [host.upload(f"b{number}-{i}.txt", paper(2000 + 10 * number + i, "sao"))[1] for i in range(3)]
                for job in jobs:
                    expect(host.finished(job) == "done", "upload")
                there += [2000 + 10 * number + i for i in range(3)]
                more = host.upload(f"c{number}.txt", paper(3000 + number, "sao"))[1]
                file, restored = os.path.join(scratch, f"{number}.bak"), os.path.join(scratch, f"restored{number}")
                run("backup", file, "--data", data, check=(0,))
                expect(os.stat(file).st_mode & 0o777 == 0o600, "mode of the backup")
                host.finished(more)
                run("restore", file, "--data", restored, check=(0,))
                run("verify", "--data", restored, check=(0,))
                missing = set(there) - {int(key.split("-")[0]) for key in keys(restored)}
                expect(not missing, f"not in the backup: {missing}")
        return f"{count} backups while serving and ingesting, restored and verified: 0 missing, no false alarm"


def pairs(count, draw):
    """R18: two commands on one folder at the same time: nothing is deleted that the other holds, no false alarm."""
    with Scratch() as scratch:
        data, papers, more = (os.path.join(scratch, name) for name in ("data", "papers", "more"))
        write_papers(papers, range(1, 31))
        run("ingest", papers, "--data", data, check=(0,))
        commands = {
            "ingest": lambda n: ("ingest", _changed(more, n)), "rebuild": lambda n: ("rebuild",), "verify": lambda n: ("verify",),
            "query": lambda n: ("query", "nhiệm vụ"), "list": lambda n: ("list",), "repair": lambda n: ("repair",),
            "lookup": lambda n: ("lookup", "5-CT/HU"), "backup": lambda n: ("backup", os.path.join(scratch, f"{n}-{draw.random()}.bak")),
        }
        names = sorted(commands)
        refused = done = 0
        for number, draw in Rounds.of(count):
            done += 1
            pair = [names[number % len(names)], names[(number // len(names)) % len(names)]]
            running = [
                subprocess.Popen([*COMMAND, *commands[name](number), "--data", data], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
                for name in pair]
            for name, process in zip(pair, running):
                said = process.communicate(timeout=300)[0]
                expect("Unhandled" not in said and "Damaged" not in said and "was damaged" not in said, f"{pair}, round {number}: {name}: {said[-800:]}")
                expect(process.returncode == 0 or "another" in said.lower() or "busy" in said.lower(), f"{pair}, round {number}: {name} ended with {process.returncode}: {said[-800:]}")
                refused += process.returncode != 0
            expect(run("query", "nhiệm vụ", "--data", data, check=(0,)).returncode == 0, "query")
            for file in os.listdir(scratch):
                if file.endswith(".bak"):
                    os.remove(os.path.join(scratch, file))
        run("verify", "--data", data, check=(0,))
        expect(len(keys(data)) >= 30, "documents are gone")
        return f"{done} pairs of {len(names)} commands: {refused} told that another one writes, no false alarm, sound at the end"


def _changed(folder, number):
    write_papers(folder, [100 + number % 5], word=f"lần{number}")
    return folder


def swaps(count, draw):
    """R7: sixteen readers while one document alternates between two texts: no answer mixes them."""
    with Scratch() as scratch, Host(os.path.join(scratch, "data")) as host:
        mixed, failed, asked, stop = [], [], [0], threading.Event()
        words = ("alphamixa", "betamixb")

        def read():
            mine = random.Random(threading.get_ident())
            while not stop.is_set():
                word = mine.choice(words)
                other = words[1 - words.index(word)]
                status, body = host.read(f"/api/search?q={word}")
                if status == 429:
                    time.sleep(0.05)  # asked too often, and told so
                    continue
                asked[0] += 1
                if status != 200:
                    failed.append(status)
                    continue
                text = body.decode()
                for hit in json.loads(text)["hits"]:
                    shown = json.dumps(hit, ensure_ascii=False)
                    if hit["document"]["key"].startswith("777-") and other in shown and word not in shown:
                        mixed.append(shown[:300])

        readers = [threading.Thread(target=read) for _ in range(16)]
        host.finished(host.upload("doi.txt", paper(777, words[0]))[1])
        for reader in readers:
            reader.start()
        try:
            for number in range(count):
                status, job = host.upload("doi.txt", paper(777, words[(number + 1) % 2]))
                expect(status == 202 and host.finished(job) == "done", f"upload: {status}")
        finally:
            stop.set()
            for reader in readers:
                reader.join()
        expect(not failed, f"{len(failed)} searches failed: {failed[:5]}")
        expect(not mixed, f"{len(mixed)} of {asked[0]} answers mixed: {mixed[0] if mixed else ''}")
        return f"{asked[0]} searches of 16 readers during {count} swaps: 0 errors, 0 mixed"
