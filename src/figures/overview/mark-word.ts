import {words} from "../../words/interface.js";
import type {Language} from "../../words/language.js";
import type {Unit} from "../../words/unit.js";
import type {Tile, TileCell} from "./tile-shape.js";

/**
 * What stands beside a number of earlier: what is surely so of the value now, in words that cannot be read the other way
 * round; "~" where no change can be told.
 *
 * @example
 * ```ts
 * markWord({mark: "↑", isBad: true}, {better: "down", unit: "share", language: "en"}) // → "now worse"
 * markWord({mark: "↑", isBad: true}, {better: "down", unit: "count", language: "en"}) // → "now more"
 * markWord({mark: "↓", isBad: false}, {better: "neither", unit: "money", language: "en"}) // → "now lower"
 * ```
 */
export function markWord(
  {mark, isBad}: Pick<TileCell, "mark" | "isBad">,
  {better, unit, language}: {better: Tile["better"]; unit: Unit; language: Language},
): string {
  if (mark === "" || mark === "~") return mark;
  const word = words[language];
  if (unit === "count") return mark === "↑" ? word.now_more : word.now_fewer;
  if (better === "neither") return mark === "↑" ? word.now_higher : word.now_lower;
  return isBad ? word.now_worse : word.now_better;
}
