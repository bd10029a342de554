import {isBlank} from "./blank.js";

const zh =
  "小\\s*[计計]|合\\s*[计計]|[总總総]\\s*[计計]|累\\s*[计計]|共\\s*[计計]|[汇匯彙]\\s*[总總]|[总總]\\s*和|[本当當][页頁月日周季年][计計]|平均[值数數]?|均[值数數]|합계|소계|총계";
/** Words of languages that part words by blanks: English, German, French, Spanish, Italian, Dutch, Polish, Turkish, Russian. */
const words = [
  "(?:grand|sub|sous|eind|ara)?[\\s-]?(?:totals?|totale?|totaal|toplam)(?:\\s(?:g[ée]n[ée]ral|general|generale|geral))?",
  "(?:zwischen|gesamt|end|teil)?summe|gesamt|insgesamt|suma|somma|razem|sum|average|avg|mean|durchschnitt|moyenne|promedio|media|итого|всего|подытог",
].join("|");
const alone = new RegExp(`^[\\s*—–-]*(${zh}|${words})[\\s:：*—–-]*$`, "i");
/** With what it totals before or behind: 2026年03月小计, Total (K001). */
const labelled = new RegExp(
  `^.{0,40}(${zh})[\\s:：)）*—–-]*$|^(${words})[\\s:：(（].{0,40}$|^.{0,40}[\\s:：)）](${words})[:：]?$`,
  "i",
);

type Cells = readonly (string | null)[];

/** A number, a date or a time. */
const isFigure = /^[\s\d.,:/年月日时分秒+-]*$/;

/** The word of a totals row and nothing else. */
export const isTotalsWord = (cell: string): boolean => alone.test(cell);

const isTotalsLabel = (cell: string): boolean => cell.length < 60 && (alone.test(cell) || labelled.test(cell));

/**
 * A totals row among the records: where a record has its id, such a row has the word or nothing.
 * @param keys places of the columns that make a record's id
 * @param usual filled cells of the record before; without ids a totals row must have fewer, and the word first but for
 *   numbers and dates
 */
export function isTotalsRow(cells: Cells, {keys, usual}: {keys: readonly number[]; usual: number}): boolean {
  const isLabel = (cell: string | null | undefined) => !isBlank(cell) && isTotalsLabel(cell!.trim());
  if (keys.length > 0)
    return keys.every((place) => isBlank(cells[place]) || isLabel(cells[place])) && cells.some(isLabel);
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length < usual && isLabel(filled.find((cell) => isLabel(cell) || !isFigure.test(cell!)));
}
