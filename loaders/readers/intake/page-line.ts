import {isBlank} from "./blank.js";

const piece =
  "第\\s*[\\d一二三四五六七八九十百]+\\s*[页頁]|[共总總]\\s*[\\d一二三四五六七八九十百]+\\s*[页頁]|page\\s*\\d+(?:\\s*(?:of|/)\\s*\\d+)?|seite\\s*\\d+(?:\\s*(?:von|/)\\s*\\d+)?";
const pageLine = new RegExp(`^[\\s—–-]*(?:${piece})(?:[\\s/／,，、|—–-]*(?:${piece}))?[\\s—–-]*$`, "i");

/**
 * The number of a page that a printed export left between its records, and nothing beside it.
 * @example isPageLine(["第 1 页/共 3 页", null, null]) // => true
 */
export function isPageLine(cells: readonly (string | null)[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => pageLine.test(cell!));
}
