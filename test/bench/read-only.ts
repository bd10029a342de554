// Ours: the same files through the whole pipeline, to published tables.
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {readReport} from "../../loaders/read-report.js";

const folder = process.argv[2]!;
const start = performance.now();
const steps: {text: string; seconds: number}[] = [];
let last = start;
mkdirSync(join(folder, "temp"), {recursive: true});
await readReport(folder, {
  temp: join(folder, "temp"),
  progress: {
    line(step, {what}) {
      const now = performance.now();
      steps.push({text: `${step} ${what}`, seconds: (now - last) / 1000});
      last = now;
    },
  },
});
const seconds = (performance.now() - start) / 1000;
const longest = [...steps].sort((a, b) => b.seconds - a.seconds).slice(0, 12);
console.log(
  JSON.stringify({
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    steps: longest.map((step) => `${step.seconds.toFixed(1)} s  ${step.text}`),
  }),
);
