/**
 * Folders in the order of import: each takes only from itself and from folders before it. `<subject>` stands for every
 * subject (churn, service …) that has no line of its own; no subject takes from its neighbour on the same floor.
 */
export const order: readonly string[] = [
  "src/words",
  ...["numbers", "estimates", "privacy", "comparisons", "survival", "drivers", "series", "surveys"].map(
    (kind) => `src/stats/${kind}`,
  ),
  "src/metrics",
  "src/marts/shape",
  "src/marts/<subject>",
  "src/marts",
  "src/facts",
  "src/facts/<subject>",
  "src/figures",
  "src/figures/forms",
  "src/figures/<subject>",
  "src/figures/specs/parts",
  "src/figures/specs",
  "src/narrative",
  "src/narrative/monthly",
  "src",
  "src/components",
  "loaders/messages",
  "loaders/program",
  "loaders/database",
  "loaders/scan/personal",
  "loaders/scan",
  "loaders/mapping/entities",
  "loaders/mapping/meanings",
  "loaders/mapping",
  ...["intake", "bytes", "text", "json", "workbook"].map((kind) => `loaders/readers/${kind}`),
  "loaders/readers",
  ...["words", "cells", "tables", "writing"].map((part) => `loaders/proposing/${part}`),
  "loaders/proposing",
  "loaders/proposing/command",
  "loaders/report",
  "loaders/cluster",
  "loaders/records/rejects",
  "loaders/records",
  "loaders/records/audience",
  "loaders/months",
  "loaders/models",
  "loaders/history",
  "loaders/publish",
  "loaders/draw",
  ...["office", "chart", "contents", "files", "deck", "workbook", "update", "fill"].map(
    (part) => `loaders/downloads/${part}`,
  ),
  "loaders/downloads",
  "loaders/site/content",
  "loaders/site/html",
  "loaders/site",
  "loaders/locked",
  "loaders/print",
  "loaders/cli",
  "loaders/preview",
  "loaders",
];

/** The place of a folder in the order; −1 for one that has none yet. */
export function placeOf(folder: string): number {
  const own = order.indexOf(folder);
  return own >= 0 ? own : order.indexOf(folder.replace(/\/[^/]+$/, "/<subject>"));
}
