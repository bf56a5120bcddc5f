"""Papers that bear a mark of secrecy, and papers that only speak of secrets."""

import json
import os

from marked import Paper
from marked_forms import FIELDS, FORMS, STAMPED
from marked_words import BODIES_OF_TEXT, MARKS, RUNNING, mark as any_mark, stamp
from system import Scratch, expect, run


def judge(folder, data, cases):
    """What the command says of each case: (held back as secret, let in)."""
    told = run("ingest", folder, "--data", data, "--json", check=(0, 3)).stdout
    events = {}
    for line in told.splitlines():
        event = json.loads(line)
        if "path" in event:
            events[event["path"]] = event
    outcomes = []
    for number, (name, words, holds, other) in enumerate(cases):
        own = [e for path, e in events.items() if f"/c{number:04d}/" in path]
        marked = [e for e in own if holds is None or holds in e["path"]]
        rest = [e for e in own if other and other in e["path"]]
        outcomes.append((name, words, [(e["outcome"], e.get("code")) for e in marked], [(e["outcome"], e.get("code")) for e in rest]))
    return outcomes


def write(folder, cases, draw, number):
    """Writes cases as (form, words) and gives what is expected of each."""
    written = []
    for at, (name, words) in enumerate(cases):
        form = FORMS[name]
        paper = Paper(draw, number)
        number += 2
        made = form(paper, words, Paper(draw, number - 1)) if getattr(form, "is_list", False) else form(paper, words)
        files, holds, other = made if isinstance(made, tuple) else (made, None, None)
        for path, content in files.items():
            full = os.path.join(folder, f"c{at:04d}", path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "wb") as file:
                file.write(content)
        written.append((name, words, holds, other))
    return written


def secrecy(count, draw):
    """Marked papers of every form, and as many that only speak of secrets: 0 let in, 0 held back."""
    wrong = []
    forms = list(FORMS)
    with Scratch() as scratch:
        for kind, words in (("marked", MARKS), ("running", RUNNING)):
            folder = os.path.join(scratch, kind)
            possible = [name for name in forms if not name.endswith("_body") and (kind == "marked" or name not in FIELDS)]
            draw.shuffle(possible)
            cases = [(possible[i % len(possible)], draw.choice(words)) for i in range(count)]
            if kind == "marked":
                cases = [(name, stamp(draw) if name in STAMPED else any_mark(draw)) for name, _ in cases]
            if kind == "running":
                cases[: count // 3] = [(draw.choice(("txt_body", "md_body", "html_body", "docx_body")), draw.choice(BODIES_OF_TEXT)) for _ in range(count // 3)]
            for name, said, own, rest in judge(folder, os.path.join(scratch, "data-" + kind), write(folder, cases, draw, 1000)):
                held = bool(own) and all(outcome == "quarantined" and code == "secret" for outcome, code in own)
                let = bool(own) and all(outcome == "ingested" for outcome, _ in own)
                fine = (held if kind == "marked" else let) and all(outcome == "ingested" for outcome, _ in rest)
                if not fine:
                    wrong.append(f"{kind} {name} {said!r}: {own} {rest}")
    expect(not wrong, f"{len(wrong)} of {2 * count}:\n" + "\n".join(wrong))
    return f"{count} marked: 0 let in; {count} running: 0 held back"
