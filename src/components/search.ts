import {type Entry, rank, type SearchIndex} from "./search-rank.js";

/** More hits than these are not read. */
const most = 12;

/** Finds pages and charts as one types; arrow keys go through what was found, Escape back to the box. */
export function search(box: HTMLElement): void {
  const input = box.querySelector("input");
  const results = box.querySelector<HTMLElement>(".results");
  const {index = "", none = "", found = "", unavailable = ""} = box.dataset;
  if (!input || !results) return;
  const root = index.slice(0, index.lastIndexOf("/") + 1);
  let loaded: Promise<SearchIndex> | undefined;
  const load = () => {
    loaded ??= fetch(index).then((response) => (response.ok ? response.json() : Promise.reject(response.status)));
    return loaded;
  };

  const update = async () => {
    results.hidden = input.value.trim() === "";
    if (results.hidden) return;
    try {
      const hits = rank(await load(), input.value);
      const heading = document.createElement("p");
      heading.textContent = hits.length ? found.replace("{n}", String(hits.length)) : none;
      const list = document.createElement("ol");
      list.append(...hits.slice(0, most).map((entry) => item(entry, root)));
      results.replaceChildren(heading, list);
    } catch {
      results.textContent = unavailable;
    }
  };
  input.addEventListener("focus", () => load().catch(() => {}), {once: true});
  input.addEventListener("input", update);
  box.addEventListener("keydown", (event) => {
    const links = Array.from(results.querySelectorAll("a"));
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === "Escape") {
      input.value = "";
      results.hidden = true;
      input.focus();
    } else if (event.key === "Enter" && at < 0) links[0]?.click();
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && links.length > 0) {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      // Above the first stands the box itself.
      if (next < 0) input.focus();
      else links[Math.min(next, links.length - 1)]?.focus();
    }
  });
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
