import type {Layout} from "./delimited.js";
import type {ReadContext} from "./part.js";

/** Loads a regular file directly; undefined = it is not regular, read it record by record. */
export async function loadFast(_layout: Layout, _: {context: ReadContext; file: string}): Promise<number | undefined> {
  return undefined;
}
