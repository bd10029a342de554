import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Column, entities} from "../../loaders/mapping/entities/entities.js";
import {moments} from "../../loaders/mapping/entities/moments.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";

const rows = 90;
const brands = ["", "A", "B"];

/** Draws numbers for one folder; equal seeds draw equal folders. */
class Draw {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }
  below = (limit: number): number => Math.floor(this.#next() * limit);
  chance = (share: number): boolean => this.#next() < share;
  of = <Item>(items: readonly Item[]): Item => items[this.below(items.length)]!;
}

/**
 * A report folder of valid records in which nothing beyond the keys can be relied on: entities are there or not, each
 * optional column is there or not, and each of its cells is filled or not.
 */
export function randomFolder(seed: number): string {
  const draw = new Draw(seed);
  const folder = mkdtempSync(join(tmpdir(), "huisheng-random-"));
  for (const name of ["mappings", "exports", "rules"]) mkdirSync(join(folder, name));
  const tables = Object.keys(entities)
    .filter(() => draw.chance(0.7))
    .map((name) => writeEntity(name as keyof typeof entities, {folder, draw}));
  if (tables.length === 0) tables.push(writeEntity("tickets", {folder, draw}));
  writeFileSync(join(folder, "report.yaml"), "company: {zh: 随机（虚构）, en: Random (made up)}\n");
  writeFileSync(join(folder, "mappings", "all.yaml"), `label: {zh: 系统, en: System}\ntables:\n${tables.join("")}`);
  if (draw.chance(0.5))
    writeFileSync(
      join(folder, "rules", "churn.yaml"),
      draw.of(["rule: contract\ngrace_days: 30\n", "rule: inactivity\nsilent_days: 60\n"]),
    );
  return folder;
}

function writeEntity(name: keyof typeof entities, {folder, draw}: {folder: string; draw: Draw}): string {
  const {key, columns, ...more} = entities[name] as {
    key: readonly string[];
    columns: Record<string, Column>;
    required?: readonly string[];
  };
  const scored = name === "surveys" ? ["question", "score", "scale_min", "scale_max"] : [];
  // Whoever has no date is rejected.
  const needed = new Set([...key, ...(more.required ?? []), ...(moments[name]?.at ?? []), ...scored]);
  const present = Object.entries(columns).filter(
    ([column, {keyOf}]) => keyOf === undefined && (needed.has(column) || draw.chance(0.6)),
  );
  const fill = new Map(present.map(([column]) => [column, draw.of([0, 0.3, 0.9, 1])]));
  const lines = Array.from({length: rows}, (_, row) =>
    present
      .map(([column, what]) => {
        if (!needed.has(column) && !draw.chance(fill.get(column)!)) return "";
        return cell(column, what, {entity: name, columns, key, row, draw});
      })
      .join(","),
  );
  writeFileSync(
    join(folder, "exports", `${name}.csv`),
    `${present.map(([column]) => column).join(",")}\n${lines.join("\n")}\n`,
  );
  return `  - entity: ${name}\n    files: ${name}.csv\n    columns: {${present.map(([column]) => `${column}: ${column}`).join(", ")}}\n`;
}

function cell(
  column: string,
  {type, values, personal}: Column,
  {
    entity,
    columns,
    key,
    row,
    draw,
  }: {entity: string; columns: Record<string, Column>; key: readonly string[]; row: number; draw: Draw},
): string {
  if (column === "question") return draw.of(["csat", "nps", "ces", "rating"]);
  if (column === "scale_min") return "0";
  if (column === "scale_max") return "10";
  if (column === "score") return String(draw.below(11));
  if (column === "brand") return draw.of(brands);
  if (column === key.find((each) => columns[each]?.type === "id" || columns[each]?.type === "text"))
    return `${column[0]!.toUpperCase()}${row}`;
  if (values) return draw.of(values);
  const day = () =>
    `${draw.of(["2025-12", "2026-01", "2026-02", "2026-03"])}-${String(1 + draw.below(28)).padStart(2, "0")}`;
  switch (type) {
    case "id":
      return `${column[0]!.toUpperCase()}${draw.below(40)}`;
    case "integer":
      return String(draw.below(60));
    case "decimal":
    case "weight":
      return (draw.below(5000) / 10).toFixed(1);
    case "boolean":
      return draw.of(["true", "false"]);
    case "date":
      return day();
    case "timestamp":
      return `${day()} ${String(8 + draw.below(10)).padStart(2, "0")}:30:00`;
    default:
      return personal ? "" : draw.of(["one", "two", "three", entity]);
  }
}
