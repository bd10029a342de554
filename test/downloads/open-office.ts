import {execFileSync} from "node:child_process";
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import validate from "@ooxml-tools/validate";
import {DOMParser, type Document, type Element} from "@xmldom/xmldom";
import {unzipSync} from "fflate";

/** A zip as path → text, read without the code under test. */
export const unzip = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, new TextDecoder().decode(content)]),
  );

export const parse = (xml: string): Document =>
  new DOMParser({
    onError: (level, message) => {
      // U+FFFD stands where a text had half a character: a warning, and wanted.
      if (level !== "warning") throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, "text/xml");
export const all = (node: Document | Element, name: string): Element[] =>
  Array.from(node.getElementsByTagName(name)) as Element[];
export const texts = (xml: string, name = "a:t"): string[] =>
  all(parse(xml), name).map((element) => element.textContent ?? "");

/** Messages of the Open XML SDK's validator, with the part they are about. */
export const schemaErrors = async (bytes: Uint8Array, format: "pptx" | "xlsx"): Promise<string[]> =>
  (await validate(bytes, format, "Office2019")).map(
    ({description, path}) => `${path.partUri} ${path.xpath}: ${description}`,
  );

/** Cells of the first sheet, by address. */
export const cellsOf = (bytes: Uint8Array, sheet = "xl/worksheets/sheet1.xml"): Map<string, string | number> => {
  const xml = unzip(bytes)[sheet] ?? "";
  return new Map(
    all(parse(xml), "c").map((cell) => {
      const text = cell.getAttribute("t") === "inlineStr" || cell.getAttribute("t") === "s";
      const value = cell.textContent ?? "";
      return [cell.getAttribute("r") ?? "", text ? value.replace(/_x005F_/g, "_") : Number(value)];
    }),
  );
};

const found = (name: string): boolean => {
  try {
    execFileSync("which", [name], {stdio: "ignore"});
    return true;
  } catch {
    return false;
  }
};
const program = ["soffice", "libreoffice"].find(found);

/** Why tests with LibreOffice are skipped, or "" where it is installed. */
export const withoutLibreOffice = program ? "" : "LibreOffice is not installed";
/** The same for workbooks: distributions package the spreadsheet program by itself. */
export const withoutCalc = program && ["localc", "scalc"].some(found) ? "" : "LibreOffice Calc is not installed";

/** Opens a file with LibreOffice and saves it as another kind. */
export const convert = (bytes: Uint8Array, {from, to}: {from: string; to: string}): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-office-"));
  try {
    writeFileSync(join(folder, `in.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync(
      program ?? "soffice",
      [profile, "--headless", "--convert-to", to, "--outdir", join(folder, "out"), join(folder, `in.${from}`)],
      {stdio: "pipe", timeout: 900_000},
    );
    const [file] = readdirSync(join(folder, "out"));
    return new Uint8Array(execFileSync("cat", [join(folder, "out", file ?? "")], {maxBuffer: 1e9}));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};
