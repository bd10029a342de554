// Ours: the same files through the whole pipeline, to published tables.
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {readReport} from "../../loaders/read-report.js";
import {printMeasured} from "./measured.js";
import {totalsOf} from "./totals.js";

const folder = process.argv[2]!;
const start = performance.now();
const steps: {text: string; seconds: number; cpu: number}[] = [];
const cpuNow = (): number => {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1e6;
};
let [last, lastCpu] = [start, cpuNow()];
mkdirSync(join(folder, "temp"), {recursive: true});
const {published} = await readReport(folder, {
  temp: join(folder, "temp"),
  progress: {
    line(step, {what}) {
      const [now, cpu] = [performance.now(), cpuNow()];
      steps.push({text: `${step} ${what}`, seconds: (now - last) / 1000, cpu: cpu - lastCpu});
      [last, lastCpu] = [now, cpu];
    },
  },
});
const longest = [...steps].sort((a, b) => b.cpu - a.cpu).slice(0, 20);
printMeasured(
  start,
  longest.map(({text, seconds, cpu}) => `${seconds.toFixed(1)} s ${cpu.toFixed(1).padStart(6)} CPU s  ${text}`),
  Object.assign({}, ...Object.entries(published).map(([table, rows]) => totalsOf(table, rows))),
);
