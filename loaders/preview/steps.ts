import {below} from "../report/paths.js";

/** From where the work begins again: reading and counting, drawing, or laying out pages. Each brings the later ones. */
export type Step = "read" | "draw" | "site";

export const steps: readonly Step[] = ["read", "draw", "site"];

/** The earlier of two steps. */
export const earlier = (one: Step, other: Step): Step => (steps.indexOf(one) <= steps.indexOf(other) ? one : other);

export interface Redo {
  readonly from: Step;
  /** Whether code changed, so that a process with the new code has to do it. */
  readonly code: boolean;
}

/** Code that only turns published tables into figures, sentences and pages; no table depends on it. */
const drawing = /^(src\/(figures|facts|narrative)\/|src\/(report|pages)\.ts$|loaders\/(draw|site)\/)/;

/** What a changed file asks for. */
export function redoFor(path: string, {report, project}: {report: string; project: string}): Redo {
  const inReport = below(path, report);
  if (inReport !== undefined) return {from: /^pages\//.test(inReport) ? "site" : "read", code: false};
  const file = below(path, project) ?? "";
  if (/^src\/.*\.(md|css)$|^src\/components\//.test(file)) return {from: "site", code: false};
  const code = /\.(ts|mjs|js)$/.test(file);
  return {from: drawing.test(file) ? "draw" : "read", code};
}

/** All of it together: the earliest step, and new code where any changed. */
export function redoForAll(paths: readonly string[], places: {report: string; project: string}): Redo {
  return paths
    .map((path) => redoFor(path, places))
    .reduce((all, one) => ({from: earlier(all.from, one.from), code: all.code || one.code}), {
      from: "site",
      code: false,
    });
}
