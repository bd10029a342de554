import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter} from "@zip.js/zip.js";
import type {Language} from "../../src/words/language.js";

/** What travels by mail: deck, workbook, one-file summary and the report as text. */
const names = (language: Language): string[] => [
  `report.${language}.pptx`,
  `report.${language}.xlsx`,
  `summary.${language}.html`,
  `report.${language}.txt`,
];

/**
 * Deck, workbook, summary and text of each language as `<output>.<language>.zip`, locked with AES-256: beside the site,
 * since the key of a zip is made in a thousand rounds and not in hundreds of thousands.
 */
export async function writeMail(
  downloads: string,
  {output, languages, password}: {output: string; languages: readonly Language[]; password: string},
): Promise<void> {
  configure({useWebWorkers: false});
  for (const language of languages) {
    const zip = new ZipWriter(new Uint8ArrayWriter(), {password, encryptionStrength: 3});
    for (const name of names(language).filter((each) => existsSync(join(downloads, each))))
      await zip.add(name, new Uint8ArrayReader(readFileSync(join(downloads, name))));
    writeFileSync(`${output}.${language}.zip`, await zip.close());
  }
}
