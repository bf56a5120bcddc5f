import { say } from "./language";

interface Job {
  status: "queued" | "running" | "done" | "quarantined" | "failed";
  files: { path: string; outcome: string; documents: string[]; reason: string | null; reasonEn: string | null }[];
  links: { self: string; documents: string[] };
}

const statuses: Record<Job["status"], string> = {
  queued: say("đang chờ", "queued"),
  running: say("đang xử lý", "running"),
  done: say("xong", "done"),
  quarantined: say("bị cách ly", "quarantined"),
  failed: say("chưa được", "failed"),
};

const outcomes: Record<string, string> = {
  ingested: say("Đã nạp", "Ingested"),
  unchanged: say("Kho đã có tệp này", "Held already"),
  quarantined: say("Bị cách ly", "Quarantined"),
  removed: say("Đã bỏ", "Removed"),
};

/** The upload form: files chosen or dropped are sent one after the other, each with its progress and its outcome. */
export function sendFiles(form: HTMLFormElement): void {
  const choice = form.querySelector<HTMLInputElement>("input[type=file]");
  const section = document.querySelector<HTMLElement>("[data-outcomes]");
  const list = section?.querySelector("ul");
  if (!choice || !section || !list) return;
  let turn: Promise<void> = Promise.resolve();

  const take = (files: Iterable<File>): void => {
    section.hidden = false;
    for (const file of files) {
      const line = new Line(file.name);
      list.append(line.item);
      turn = turn.then(() => send(file, line, Number(form.dataset["most"])));
    }

    choice.value = "";
  };

  choice.required = false;
  choice.addEventListener("change", () => take(choice.files ?? []));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(choice.files ?? []);
  });
  for (const name of ["dragover", "dragleave", "drop"] as const) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.toggle("over", name === "dragover");
      if (name === "drop") take(event.dataTransfer?.files ?? []);
    });
  }
}

/** One file in the list of outcomes. */
class Line {
  readonly item = document.createElement("li");
  private readonly badge = document.createElement("span");
  private readonly bar = document.createElement("progress");

  constructor(name: string) {
    const head = document.createElement("p");
    head.className = "paper";
    const strong = document.createElement("strong");
    strong.textContent = name;
    this.badge.className = "badge";
    this.badge.textContent = say("đang chờ", "queued");
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", say(`Đã gửi ${name}`, `Sent of ${name}`));
    head.append(strong, " ", this.badge, " ", this.bar);
    this.item.append(head);
  }

  sent(share: number): void {
    this.badge.textContent = say("đang gửi", "sending");
    this.bar.value = share;
  }

  status(text: string): void {
    this.badge.textContent = text;
    this.bar.remove();
  }

  say(text: string, links: { url: string; name: string }[] = []): void {
    const p = document.createElement("p");
    p.textContent = text;
    for (const { url, name } of links) {
      const link = document.createElement("a");
      link.href = url;
      link.textContent = name;
      p.append(" ", link);
    }

    this.item.append(p);
  }
}

async function send(file: File, line: Line, most: number): Promise<void> {
  if (file.size > most) {
    line.status(say("không nhận", "not accepted"));
    line.say(say("Tệp lớn quá giới hạn.", "The file is too large."));
    return;
  }

  try {
    await follow(await post(file, line), line);
  } catch (error) {
    line.status(say("chưa được", "failed"));
    line.say(error instanceof Error && error.message ? error.message : say("Máy chủ chưa trả lời được; hãy thử lại.", "The server gave no answer; try again."));
  }
}

/** Sends a file; fetch says nothing of how far it is. */
function post(file: File, line: Line): Promise<Job> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/ingest?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => line.sent(event.lengthComputable ? event.loaded / event.total : 0));
    request.addEventListener("load", () => {
      if (request.status === 202) done(request.response as Job);
      else failed(new Error((request.response as { detail?: string; title?: string } | null)?.detail ?? ""));
    });
    request.addEventListener("error", () => failed(new Error("")));
    request.send(file);
  });
}

async function follow(job: Job, line: Line): Promise<void> {
  let pause = 200;
  while (job.status === "queued" || job.status === "running") {
    line.status(statuses[job.status]);
    await new Promise((later) => setTimeout(later, pause));
    pause = Math.min(3000, pause * 1.5);
    const answer = await fetch(job.links.self);
    if (!answer.ok) throw new Error("");
    job = (await answer.json()) as Job;
  }

  line.status(statuses[job.status]);
  for (const file of job.files) {
    const reason = say(file.reason ?? "", file.reasonEn ?? "");
    const where = job.files.length > 1 ? `${file.path}: ` : "";
    line.say(
      where + (outcomes[file.outcome] ?? say("Chưa xử lý được", "Failed")) + (reason && `: ${reason}`),
      file.documents.map((key) => ({ url: `/van-ban/${encodeURIComponent(key)}`, name: key.split("@")[0]?.split("~")[0] ?? key })),
    );
  }
}
