import {words} from "../../words/interface.js";
import type {Language} from "../../words/language.js";
import type {Tile, TileCell} from "./tile-shape.js";

/**
 * What stands beside a number of earlier: what is surely so of the value now, in words that cannot be read the other way
 * round; "~" where no change can be told.
 *
 * @example
 * ```ts
 * markWord({mark: "↑", isBad: true}, {better: "down", language: "en"}) // → "now worse"
 * markWord({mark: "↑", isBad: false}, {better: "neither", language: "en"}) // → "now higher"
 * ```
 */
export function markWord(
  {mark, isBad}: Pick<TileCell, "mark" | "isBad">,
  {better, language}: {better: Tile["better"]; language: Language},
): string {
  if (mark === "" || mark === "~") return mark;
  const word = words[language];
  if (better === "neither") return mark === "↑" ? word.now_higher : word.now_lower;
  return isBad ? word.now_worse : word.now_better;
}
