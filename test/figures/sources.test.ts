import {readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {type FigureOrMissing, isMissing} from "../../src/figures/figure.js";
import {sourceEntities} from "../../src/figures/overview/sources.js";

const golden = join(dirname(fileURLToPath(import.meta.url)), "../golden");
const figuresOf = (file: string): FigureOrMissing[] => {
  const cases = JSON.parse(readFileSync(join(golden, file), "utf8")) as Record<string, {zh?: FigureOrMissing}>;
  return Object.values(cases).flatMap(({zh}) => (zh ? [zh] : []));
};

test("every figure names the records it is made from; only those of data quality are of all exports", () => {
  const files = readdirSync(golden, {recursive: true, encoding: "utf8"}).filter(
    (file) => /\.json$/.test(file) && !/\.rows\.json$|^quality/.test(file),
  );
  const figures = files.flatMap(figuresOf).filter((figure) => !isMissing(figure));
  expect(figures.length).toBeGreaterThan(150);
  const unnamed = figures.filter(
    (figure) => !isMissing(figure) && (figure.marts?.length ?? 0) > 0 && sourceEntities(figure).length === 0,
  );
  expect([...new Set(unnamed.map(({id}) => id))].sort()).toEqual([]);
});
