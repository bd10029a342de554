import {existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import type {Bilingual} from "../../src/words/language.js";
import {makeWorkFolder, sweepWorkFolders} from "../database/work-folder.js";
import {ReportError} from "../messages/errors.js";
import {below} from "../report/paths.js";

/** Says of a folder that a build made it. */
const marker = ".huisheng";

const source = fileURLToPath(new URL("../../src", import.meta.url));

/**
 * The folder to build into, as a whole path: new, empty, or made by an earlier build, and apart from what is read.
 *
 * @throws ReportError `output_is_file`, `output_foreign`, `output_in_report`
 */
export function checkedOutput(out: string, {report}: {report: string}): string {
  const output = resolve(out);
  if (existsSync(output)) {
    if (!lstatSync(realpathSync(output)).isDirectory()) throw isFile(out);
    if (!existsSync(join(output, marker)) && readdirSync(output).length > 0) throw isForeign(out);
  }
  assertApart(out, report, {zh: "报告文件夹", en: "the report folder"});
  if (below(real(output), real(source)) !== undefined) throw isForeign(out);
  mkdirSync(dirname(output), {recursive: true});
  return output;
}

/**
 * Output and input never lie in each other: the next build would read what this one wrote, or write over what it reads.
 *
 * @throws ReportError `output_in_report`
 */
export function assertApart(out: string, input: string, name: Bilingual): void {
  const [output, read] = [real(resolve(out)), real(resolve(input))];
  const isSame = output === read;
  if (!isSame && below(output, read) === undefined && below(read, output) === undefined) return;
  throw new ReportError("output_in_report", `--out ${out}`, {
    what: isSame
      ? {zh: `就是${name.zh}（${input}）。`, en: `is ${name.en} (${input}) itself.`}
      : below(output, read) !== undefined
        ? {
            zh: `在${name.zh}（${input}）里面，下次生成会把它当作输入。`,
            en: `lies inside ${name.en} (${input}): the next build would read it.`,
          }
        : {zh: `包含${name.zh}（${input}），会把它覆盖。`, en: `contains ${name.en} (${input}) and would replace it.`},
    fix: {zh: "换一个旁边的文件夹，例如 --out my-site。", en: "choose a folder beside it, for example --out my-site."},
  });
}

/** The path without links, as far as it exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  const above = dirname(path);
  return above === path ? path : join(real(above), basename(path));
}

/** A new folder that a build works in, beside its output so that the result is put in place by renaming. */
export const workFolder = (output: string): string => makeWorkFolder(`${output}.building-`);

/** The finished site takes the place of the last one in two renames; `sweepOutput` mends a kill between them. */
export function swapOutput(
  site: string,
  {output, work, made = ""}: {output: string; work: string /** What the marker says. */; made?: string},
): void {
  writeFileSync(join(site, marker), made);
  if (existsSync(output)) renameSync(output, join(work, "old"));
  renameSync(site, output);
  rmSync(work, {recursive: true, force: true});
}

/**
 * Clears what killed builds left behind, and puts the last good site back if one fell between the two renames. Whoever
 * sweeps holds the lock of the output.
 */
export function sweepOutput(output: string): void {
  sweepWorkFolders(`${output}.building-`, {
    alone: true,
    before(folder) {
      const old = join(folder, "old");
      if (existsSync(old) && !existsSync(output)) renameSync(old, output);
    },
  });
}

const isFile = (out: string): ReportError =>
  new ReportError("output_is_file", `--out ${out}`, {
    what: {zh: "已有一个同名的文件。", en: "is a file that exists already."},
    fix: {zh: "换一个 --out；报告要放进文件夹。", en: "choose another --out; a report goes into a folder."},
  });

const isForeign = (out: string): ReportError =>
  new ReportError("output_foreign", `--out ${out}`, {
    what: {zh: "这个文件夹里有别的文件，不是回声生成的。", en: "holds files that no report build made."},
    fix: {zh: "换一个 --out，或先清空它。", en: "choose another --out, or empty it first."},
  });
