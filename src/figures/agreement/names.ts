import {type DrawnFigures, type Figure, isMissing} from "../figure.js";

interface Pair {
  readonly zh: string;
  readonly en: string;
}

/**
 * Names that a title says and nothing of the figure shows. What a name is, is found from the tables: a text that stands
 * in the same cell of some figure in both languages. Only one that both titles say counts, so that a word of the
 * sentence that happens to be somebody's name does not.
 */
export function strayNames(zh: DrawnFigures, en: DrawnFigures): {readonly id: string; readonly name: Pair}[] {
  const both = Object.entries(zh).flatMap(([id, own]) => {
    const other = en[id];
    return !isMissing(own) && other && !isMissing(other) ? [{id, zh: own, en: other}] : [];
  });
  const names = namesOf(both);
  return both.flatMap((figure) => {
    if (lacksMonth(figure.zh)) return [];
    const title = figure.en.title.toLowerCase();
    const said = names.filter(({zh, en}) => figure.zh.title.includes(zh) && holdsWord(title, en.toLowerCase()));
    if (said.length === 0) return [];
    const [shownZh, shownEn] = [shown(figure.zh), shown(figure.en).toLowerCase()];
    return said
      .filter(({zh, en}) => !shownZh.includes(zh) && !shownEn.includes(en.toLowerCase()))
      .map((name) => ({id: figure.id, name}));
  });
}

/** Its title says who sent nothing for the month: a source, which stands in no figure of its records. */
const lacksMonth = ({table}: Figure): boolean => table.rows.at(-1)?.includes("missing") ?? false;

/** Names of rows that are words of every sentence. */
const isWord = new Set(["all", "others", "total", "together", "unknown"]);

/** What stands in the first column of a table: it names the rows. */
function namesOf(both: readonly {readonly zh: Figure; readonly en: Figure}[]): Pair[] {
  const found = new Map<string, Pair>();
  for (const {zh, en} of both)
    for (const [at, [cell]] of zh.table.rows.entries()) {
      const other = en.table.rows[at]?.[0];
      if (typeof cell !== "string" || typeof other !== "string") continue;
      if (isWord.has(other.toLowerCase()) || cell.length < 2 || other.length < 3 || cell.length > 40 || /\d/.test(cell))
        continue;
      found.set(`${cell}|${other}`, {zh: cell, en: other});
    }
  return [...found.values()];
}

/** All that a figure shows besides its title. */
const shown = ({
  subtitle,
  categories,
  series,
  table,
  notes,
  worked = [],
  method,
  reference,
  value_title = "",
}: Figure): string =>
  [
    ...[
      ...worked,
      subtitle,
      method,
      reference?.label ?? "",
      value_title,
      ...notes,
      ...categories,
      ...series.map(({name}) => name),
    ],
    ...table.columns.map(({label}) => label),
    ...table.rows.flatMap((row) => row.filter((cell) => typeof cell === "string")),
  ].join("\n");

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[a-z0-9]/.test(text[at - 1] ?? " ") && !/[a-z0-9]/.test(text[at + word.length] ?? " ")) return true;
  return false;
}
