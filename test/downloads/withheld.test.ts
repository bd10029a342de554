import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {unzipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {DownloadInput} from "../../loaders/downloads/contents/input.js";
import {exportTable} from "../../loaders/downloads/contents/table.js";
import {deck} from "../../loaders/downloads/deck/deck.js";
import {csv} from "../../loaders/downloads/files/csv.js";
import {summary} from "../../loaders/downloads/files/summary.js";
import {downloadInput} from "../../loaders/downloads/report.js";
import {workbook} from "../../loaders/downloads/workbook/workbook.js";
import {drawReport} from "../../loaders/draw/draw.js";
import {renderSvg} from "../../loaders/draw/render.js";
import {isMissing} from "../../src/figures/figure.js";
import type {Published} from "../../src/marts/list.js";
import {project} from "../build/command.js";
import {sampleOf} from "../sample-report.js";
import {inputOf} from "./real-deck.js";

/** Every text of every file, with zips in zips opened, by where it stands. */
const textsOf = (content: Uint8Array | string, where: string): [string, string][] => {
  if (typeof content === "string") return [[where, content]];
  return Object.entries(unzipSync(content)).flatMap(([path, part]) =>
    path.endsWith(".xlsx")
      ? textsOf(part, `${where}/${path}`)
      : [[`${where}/${path}`, new TextDecoder().decode(part)] as [string, string]],
  );
};

const filesOf = async (input: DownloadInput): Promise<[string, string][]> => {
  const files: [string, string][] = [];
  for (const language of input.languages) {
    const pictures = new Map<string, string>();
    for (const figure of Object.values(input.figures[language].figures)) {
      if (isMissing(figure)) continue;
      files.push([`${figure.id}.${language}.csv`, csv(exportTable(figure, {language}))]);
      const svg = await renderSvg(figure, {language});
      pictures.set(figure.id, svg);
      files.push([`${figure.id}.${language}.svg`, svg]);
    }
    files.push(...textsOf(deck(input, language), `report.${language}.pptx`));
    files.push(...textsOf(workbook(input, language), `report.${language}.xlsx`));
    files.push([`summary.${language}.html`, summary(input, language, {pictures})]);
  }
  return files;
};

const numbersOf = (text: string): Set<string> => new Set(text.match(/\d+\.\d{3,}/g) ?? []);
/** Long enough not to be one of the many shares such as 0.5 or 0.4167. */
const isDistinct = (number: string): boolean => number.replace(/^0*\.?0*/, "").replace(".", "").length >= 6;

describe("what the report withholds", () => {
  let files: [string, string][] = [];
  let withheld: string[][] = [];
  let whole: DownloadInput;
  const temp = mkdtempSync(join(tmpdir(), "huisheng-withheld-"));
  afterAll(() => rmSync(temp, {recursive: true, force: true}));
  beforeAll(async () => {
    const sample = await sampleOf(temp);
    const {strict} = sample;
    whole = inputOf(sample, sample.drawn);
    const rows = (published: Published): Set<string>[] =>
      Object.values(published).flatMap((mart) => mart.map((row) => numbersOf(JSON.stringify(row))));
    const said = new Set(rows(strict).flatMap((numbers) => [...numbers]));
    // Estimate and interval of a row together: one number of six digits may stand elsewhere by chance, two may not.
    withheld = rows(sample.published)
      .map((numbers) => [...numbers].filter((number) => !said.has(number) && isDistinct(number)))
      .filter((numbers) => numbers.length > 1);
    const strictRead = {
      ...sample,
      published: strict,
      folder: {...sample.folder, settings: {...sample.folder.settings, small_n: "nchs" as const}},
    };
    files = await filesOf(downloadInput(strictRead, {drawn: drawReport(strictRead)}));
  }, 600_000);

  const leaks = (parts: readonly [string, string][]): string[] =>
    parts.flatMap(([where, text]) => {
      const numbers = numbersOf(text);
      const found = withheld.filter((row) => row.filter((number) => numbers.has(number)).length > 1);
      return found.map((row) => `${where}: ${row.join(" ")}`);
    });

  it("is in none of the files: deck, embedded workbooks, notes, workbook, CSV, SVG, summary", () => {
    expect(withheld.length).toBeGreaterThan(100);
    expect(leaks(files)).toEqual([]);
  });

  it("would be found in deck and workbook if it were there", () => {
    expect(leaks(textsOf(deck(whole, "zh"), "deck")).length).toBeGreaterThan(0);
    expect(leaks(textsOf(workbook(whole, "zh"), "workbook")).length).toBeGreaterThan(0);
  }, 900_000);

  it("holds no telephone number, mail address, plate, address or private name of a customer either", () => {
    const bytes = readFileSync(join(project, "data/exports/crm/customers.csv"));
    const [, ...customers] = new TextDecoder("gb18030")
      .decode(bytes)
      .trim()
      .split(/\r?\n/)
      .map((row) => row.split(","));
    const personal = customers.flatMap(
      ([, name = "", phone = "", mail = "", card = "", bank = "", plate = "", address = "", type]) =>
        [type === "个人" && name.length > 3 ? name : "", phone, mail, card, bank, plate, address].filter(
          (value) => value.length > 3,
        ),
    );
    expect(personal.length).toBeGreaterThan(3000);
    expect(among(["x 16100000021 y"], ["16100000021", "16100000022"])).toEqual(["16100000021"]);
    const found = among(
      files.map(([, text]) => text),
      personal,
    );
    expect(found).toEqual([]);
  });
});

/** Which of these values stand in the texts, looked for by their ends in each different word once. */
const among = (contents: readonly string[], values: readonly string[]): string[] => {
  const words = new Set(contents.flatMap((text) => text.match(/[\p{L}\p{N}@._-]{4,}/gu) ?? []));
  const ends = new Map<string, Set<string>>();
  for (const value of values) {
    const end = value.slice(-6);
    ends.set(end, (ends.get(end) ?? new Set()).add(value));
  }
  const found = new Set<string>();
  for (const word of words)
    for (let to = 4; to <= word.length; to++)
      for (const length of [4, 5, 6])
        for (const value of ends.get(word.slice(Math.max(0, to - length), to)) ?? [])
          if (word.slice(0, to).endsWith(value)) found.add(value);
  return [...found];
};
