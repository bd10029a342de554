import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {type Company, makeCompany} from "./company.js";
import {utf8} from "./csv-text.js";
import {callcentreFiles} from "./export-callcentre.js";
import {chatFiles} from "./export-chat.js";
import {crmFiles} from "./export-crm.js";
import {erpFiles} from "./export-erp.js";
import type {ExportFile} from "./export-file.js";
import {helpdeskFiles} from "./export-helpdesk.js";
import {surveyFiles} from "./export-survey.js";
import {referenceFiles} from "./reference.js";
import {truthsOf} from "./truths.js";

/** Every generated file of the default report folder, by its path there, and the planted truths. */
export async function generate(): Promise<{files: ReadonlyMap<string, Uint8Array>; truths: Uint8Array}> {
  const company = makeCompany();
  const exports = await exportsOf(company);
  const files = new Map<string, Uint8Array>();
  for (const file of exports) files.set(`exports/${file.name}`, file.bytes);
  for (const file of referenceFiles()) files.set(`reference/${file.name}`, file.bytes);
  const truths = truthsOf(company, exports);
  return {files, truths: utf8(`${JSON.stringify(truths, undefined, 1)}\n`)};
}

/** What the systems of a company export. */
export const exportsOf = async (company: Company): Promise<ExportFile[]> => [
  ...crmFiles({...company, customers: [...company.customers, ...company.duplicates]}),
  ...helpdeskFiles(company.tickets, company.callbacks),
  ...callcentreFiles(company.calls),
  ...chatFiles(company.sessions),
  ...surveyFiles(company.surveys, company.study),
  ...(await erpFiles(company)),
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? fileURLToPath(new URL("../../data", import.meta.url)));
  const {files, truths} = await generate();
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), bytes);
  }
  const here = dirname(fileURLToPath(import.meta.url));
  writeFileSync(process.argv[2] ? join(folder, "truths.json") : join(here, "truths.json"), truths);
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`${files.size} files, ${(total / 1e6).toFixed(2)} MB`);
}
