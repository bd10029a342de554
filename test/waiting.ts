/**
 * What stands ready and nobody reads yet. These lists only shrink: give an entry a page and take it off, or delete what
 * it names. `doors.test.ts` holds them to that.
 */

/** Statistics that no page calls. */
export const sources: readonly string[] = [];

/** Ready mappings that `map` does not propose. */
export const otherFiles: readonly string[] = [];

/** Records that may be mapped and are counted nowhere. */
export const models: readonly string[] = [];

/** Tables made of rules that no model reads. */
export const rules: readonly string[] = [];

/** Published columns that no figure, sentence or page reads. */
export const tableColumns: readonly string[] = [];
