// The page that shows any published measure by dimension and period. The choice stands in the address.
import type {ExploreMeasure, ExploreRow} from "../figures/overview/explore.js";
import {formatInterval, formatMonth, formatNumber} from "../words/format.js";
import type {Language} from "../words/language.js";
import {drawing, monthLines} from "./explore-lines.js";

type Name = "m" | "d" | "p";
type Choice = Record<Name, string>;

const kept = "huisheng-explore";

/** Fills the choices from the address, else from the last visit, and draws again with each change. */
export function explore(form: HTMLFormElement, place: HTMLElement): void {
  const {root = "", language = "zh", texts = "{}"} = form.dataset;
  const word = JSON.parse(texts) as Record<string, string>;
  const select = (name: Name) => form.elements.namedItem(name) as HTMLSelectElement;
  const loaded = new Map<string, Promise<ExploreMeasure>>();
  const load = (id: string): Promise<ExploreMeasure> => {
    const found: Promise<ExploreMeasure> =
      loaded.get(id) ??
      fetch(`${root}${encodeURIComponent(id)}.json`).then((response) =>
        response.ok ? response.json() : Promise.reject(response.status),
      );
    loaded.set(id, found);
    return found;
  };

  const show = async (wanted: Partial<Choice>, isNew: boolean) => {
    try {
      choose(select("m"), wanted.m);
      const measure = await load(select("m").value);
      if (measure.id !== select("m").value) return;
      fill(
        select("d"),
        measure.dimensions.map(({id, name}) => [id, name]),
        wanted.d,
      );
      const rows = measure.rows.filter(([dimension]) => dimension === select("d").value);
      fill(select("p"), periodsOf(rows, word, language as Language), wanted.p);
      const choice = {m: select("m").value, d: select("d").value, p: select("p").value};
      remember(choice, isNew);
      place.replaceChildren(
        ...drawn(measure, {choice, rows, word, language: language as Language, room: roomOf(form)}),
      );
    } catch {
      place.textContent = word.failed ?? "";
    }
    place.hidden = false;
  };
  const now = (): Partial<Choice> => ({m: select("m").value, d: select("d").value, p: select("p").value});
  form.addEventListener("change", () => show(now(), true));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => show(asked(), false));
  form.hidden = false;
  show(asked(), false);
}

/** The choice that the address names, else that of the last visit. */
function asked(): Partial<Choice> {
  let query = location.search;
  try {
    if (query.length < 2) query = sessionStorage.getItem(kept) ?? "";
  } catch {
    // A browser may forbid storage.
  }
  return Object.fromEntries(Array.from(new URLSearchParams(query))) as Partial<Choice>;
}

/** Keeps the choice in the address, for the visits that follow and for the twin in the other language. */
function remember(choice: Choice, isNew: boolean): void {
  const query = `?${new URLSearchParams(choice)}`;
  if (isNew) history.pushState(null, "", query);
  else history.replaceState(null, "", query);
  const twin = document.querySelector<HTMLAnchorElement>("a.language");
  if (twin) twin.search = query;
  try {
    sessionStorage.setItem(kept, query);
  } catch {
    // A browser may forbid storage.
  }
}

function choose(box: HTMLSelectElement, value: string | undefined): void {
  if (Array.from(box.options).some((option) => option.value === value)) box.value = value ?? "";
}

function fill(
  box: HTMLSelectElement,
  options: readonly (readonly [string, string])[],
  value: string | undefined,
): void {
  box.replaceChildren(...options.map(([id, name]) => new Option(name, id)));
  choose(box, value);
}

/** "Every month" where there are several, then the window, then months from the last. */
function periodsOf(rows: readonly ExploreRow[], word: Record<string, string>, language: Language): [string, string][] {
  const months = Array.from(new Set(rows.map(([, , period]) => period)))
    .filter((period) => period !== "window")
    .sort()
    .reverse();
  return [
    ...(months.length > 1 ? [["months", word.months ?? ""] as [string, string]] : []),
    ...(rows.some(([, , period]) => period === "window") ? [["window", word.window ?? ""] as [string, string]] : []),
    ...months.map((month): [string, string] => [month, formatMonth(month, {language})]),
  ];
}

interface Drawing {
  readonly choice: Choice;
  readonly rows: readonly ExploreRow[];
  readonly word: Record<string, string>;
  readonly language: Language;
  /** Pixels across. */
  readonly room: number;
}

const roomOf = (form: HTMLElement): number => form.parentElement?.clientWidth || 720;

function drawn(measure: ExploreMeasure, {choice, rows, word, language, room}: Drawing): Node[] {
  const isMonths = choice.p === "months";
  const shown = isMonths
    ? rows.filter(([, , period]) => period !== "window").sort((a, b) => order(b[2], a[2]) || order(a[1], b[1]))
    : rows.filter(([, , period]) => period === choice.p).sort((a, b) => (b[3] ?? -1e9) - (a[3] ?? -1e9));
  const title = element("h2", "");
  const dimension = measure.dimensions.find(({id}) => id === choice.d)?.name ?? "";
  const period = choice.p === "months" || choice.p === "window" ? word[choice.p] : formatMonth(choice.p, {language});
  const named = [measure.name, dimension, period].join(" · ");
  title.textContent = named;
  const reason = shown.some(([, , , , , , , flag]) => flag === "suppressed")
    ? [element("p", word.reason ?? "", "reason")]
    : [];
  const lines = isMonths ? [monthLines(shown, {title: named, unit: measure.unit, language, room})] : [];
  return [title, ...lines, table(shown, {measure, word, language, isMonths}), ...reason];
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function table(
  rows: readonly ExploreRow[],
  {
    measure: {unit},
    word,
    language,
    isMonths,
  }: {measure: ExploreMeasure; word: Record<string, string>; language: Language; isMonths: boolean},
): HTMLElement {
  const several = new Set(rows.map(([, member]) => member)).size > 1;
  const ends = rows.flatMap(([, , , value, lo, hi]) => [value, lo, hi].filter((each) => each !== null)) as number[];
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const across = (value: number) => Math.round(((value - least) / (most - least || 1)) * 1160) / 10 + 2;
  const text = (value: number | null) => formatNumber(value, unit, {language});
  const heads = [
    ...(isMonths ? [word.month ?? ""] : []),
    ...(!isMonths || several ? [word.group ?? ""] : []),
    word.value ?? "",
    "",
    word.interval ?? "",
    word.base ?? "",
  ];
  const whole = document.createElement("table");
  const head = whole.createTHead().insertRow();
  for (const name of heads) head.append(element("th", name));
  const body = whole.createTBody();
  for (const [, member, period, value, lo, hi, n, flag] of rows) {
    const row = body.insertRow();
    const withheld = flag === "suppressed" || flag === "missing";
    const cells = [
      ...(isMonths ? [element("td", formatMonth(period, {language}), "time")] : []),
      ...(!isMonths || several ? [element("td", member)] : []),
      element("td", withheld ? (word[flag] ?? "") : text(value), "number"),
    ];
    row.append(...cells);
    const picture = row.insertCell();
    if (value !== null && !withheld) picture.append(mark(across, {value, lo, hi, hollow: flag === "hollow"}));
    row.append(
      element("td", withheld || lo === null || hi === null ? "" : formatInterval([lo, hi], unit, {language}), "number"),
      element("td", n === null || withheld ? "" : formatNumber(n, "count", {language}), "number"),
    );
    if (flag !== "" && !withheld) row.title = word[flag] ?? flag;
  }
  const scroll = element("div", "", "scroll");
  scroll.tabIndex = 0;
  scroll.append(whole);
  return scroll;
}

/** Interval and value on a rail of 120 pixels; the circle is open where the base is small. */
function mark(
  across: (value: number) => number,
  {value, lo, hi, hollow}: {value: number; lo: number | null; hi: number | null; hollow: boolean},
): SVGElement {
  const svg = drawing("svg", {class: "mark", viewBox: "0 0 120 14", "aria-hidden": "true"});
  svg.append(drawing("path", {class: "rail", d: "M2,7H118"}));
  if (lo !== null && hi !== null) svg.append(drawing("path", {class: "reach", d: `M${across(lo)},7H${across(hi)}`}));
  svg.append(drawing("circle", {class: hollow ? "then" : "now", cx: String(across(value)), cy: "7", r: "4"}));
  return svg;
}

function element(name: string, text: string, kind = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

const form = document.querySelector<HTMLFormElement>("form.explore");
const place = document.querySelector<HTMLElement>(".explored");
if (form && place) explore(form, place);
