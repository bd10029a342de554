interface Entry {
  readonly href: string;
  readonly title: string;
  readonly page?: string;
  readonly text: string;
}

/** Finds pages and charts whose text holds all the words typed, anywhere: Chinese has no spaces to split at. */
export function search(box: HTMLElement): void {
  const input = box.querySelector("input");
  const results = box.querySelector<HTMLElement>(".results");
  const {index = "", none = "", found = "", unavailable = ""} = box.dataset;
  if (!input || !results) return;
  const root = index.slice(0, index.lastIndexOf("/") + 1);
  let entries: Promise<readonly Entry[]> | undefined;
  const load = () => {
    entries ??= fetch(index).then((response) => (response.ok ? response.json() : Promise.reject(response.status)));
    return entries;
  };

  const update = async () => {
    const terms = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    results.hidden = terms.length === 0;
    if (terms.length === 0) return;
    try {
      const hits = ranked(await load(), terms);
      const heading = document.createElement("p");
      heading.textContent = hits.length ? found.replace("{n}", String(hits.length)) : none;
      const list = document.createElement("ol");
      list.append(...hits.slice(0, 12).map((entry) => item(entry, root)));
      results.replaceChildren(heading, list);
    } catch {
      results.textContent = unavailable;
    }
  };
  input.addEventListener("focus", () => load().catch(() => {}), {once: true});
  input.addEventListener("input", update);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      results.hidden = true;
    }
    if (event.key === "Enter") results.querySelector("a")?.click();
  });
}

/** Title counts more than text, the beginning of a title most; equal ones stay in the order of the report. */
function ranked(entries: readonly Entry[], terms: readonly string[]): Entry[] {
  const normal = (text: string) => text.normalize("NFKC").toLowerCase();
  const score = ({title, text}: Entry) => {
    const [head, body] = [normal(title), normal(text)];
    if (!terms.every((term) => head.includes(term) || body.includes(term))) return 0;
    return terms.reduce((sum, term) => sum + (head.startsWith(term) ? 4 : head.includes(term) ? 3 : 1), 0);
  };
  return entries
    .map((entry) => ({entry, points: score(entry)}))
    .filter(({points}) => points > 0)
    .sort((one, other) => other.points - one.points)
    .map(({entry}) => entry);
}

function item({href, title, page}: Entry, root: string): HTMLLIElement {
  const li = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + href;
  link.textContent = title;
  li.append(link);
  if (page) {
    const where = document.createElement("span");
    where.textContent = page;
    li.append(where);
  }
  return li;
}
