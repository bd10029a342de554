import {performance} from "node:perf_hooks";
import {deck} from "../../loaders/downloads/deck/deck.js";
import {sampleInput} from "../downloads/sample-figures.js";

/**
 * A deck of 40 slides with native charts: time and memory. Run with `npx tsx test/bench/downloads.ts`; ends with exit
 * code 1 past 5 s or 500 MB.
 */
const input = sampleInput();
const charts = input.sections.flatMap(({figures}) => figures).filter((id) => id !== "actions" && id !== "tier-moves");
const copies = Object.fromEntries(
  Array.from({length: 40}, (_, at) => {
    const figure = input.figures.zh.figures[charts[at % charts.length] ?? ""];
    return [`figure-${at}`, {...figure, id: `figure-${at}`}];
  }),
) as typeof input.figures.zh.figures;
const long = {
  ...input,
  sections: [{id: "all", title: {zh: "全部", en: "All"}, figures: Object.keys(copies)}],
  figures: {...input.figures, zh: {figures: copies, passages: {}}},
};

const start = performance.now();
const bytes = deck(long, "zh");
const seconds = (performance.now() - start) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(
  `deck of 40 charts: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB at most, ${(bytes.length / 1024).toFixed(0)} KB`,
);
process.exitCode = seconds < 5 && megabytes < 500 ? 0 : 1;
