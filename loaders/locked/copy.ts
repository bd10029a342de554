import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import type {Language} from "../../src/words/language.js";
import {ReportError} from "../messages/errors.js";
import {type Audience, audiencesOf} from "../report/audiences.js";
import {type ReportFolder, readReportFolder} from "../report/folder.js";
import {isLocked} from "./editions.js";
import {lockOf} from "./lock.js";
import {writeMail} from "./mail.js";
import {assertPasswordsDiffer, audiencePassword, lockPassword} from "./password.js";
import {lockSite} from "./site.js";

/**
 * The password that a report is to be locked with; undefined where it is not to be.
 *
 * @throws ReportError `lock_password_missing`, `lock_password_short`, `lock_audience`, `lock_same`, `lock_script`
 */
export function passwordFor({path, settings: {lock, audiences}}: ReportFolder): string | undefined {
  const password = lockPassword(lock);
  assertPasswordsDiffer(audiencesOf(audiences), {lock});
  if (password !== undefined) assertNoScripts(join(path, "pages"));
  return password;
}

/**
 * The same before anything is read, which will say what else is wrong with a report folder.
 *
 * @throws ReportError as `passwordFor`
 */
export function passwordBefore(report: string): string | undefined {
  let folder: ReportFolder;
  try {
    folder = readReportFolder(report);
  } catch {
    return undefined;
  }
  return passwordFor(folder);
}

/** The folder that takes the place of the last site: the finished site, or its locked copy. */
export async function finishedSite(
  site: string,
  {
    work,
    output,
    languages,
    password,
  }: {work: string; output: string; languages: readonly Language[]; password: string | undefined},
): Promise<string> {
  const finished = await lockedCopy(site, {work, password});
  if (password !== undefined) await writeMail(join(site, "downloads"), {output, languages, password});
  return finished;
}

/** The same of the site of an audience, which has a password of its own. */
export const lockedAudience = (
  site: string,
  {work, lock, audience}: {work: string; lock: ReportFolder["settings"]["lock"]; audience: Audience},
): Promise<string> => lockedCopy(site, {work, password: audiencePassword(audience, {lock})});

async function lockedCopy(
  site: string,
  {work, password}: {work: string; password: string | undefined},
): Promise<string> {
  if (password === undefined) return site;
  const to = join(work, "locked");
  await lockSite(site, {to, lock: lockOf(password)});
  return to;
}

/**
 * For commands that read a site: a locked one is for its readers only.
 *
 * @throws ReportError `site_locked`
 */
export function assertUnlocked(out: string): void {
  if (!isLocked(out)) return;
  throw new ReportError("site_locked", out, {
    what: {zh: "这里的报告已加密，不能从中读取。", en: "the report here is locked and cannot be read from."},
    fix: {
      zh: "去掉 report.yaml 里的 lock，用 --out 生成到另一个只有您能读的文件夹，再用它。",
      en: "build without lock in report.yaml into another folder (--out) that only you can read, and use that one.",
    },
  });
}

/** A script in a file of its own is loaded by its address, before anything is unlocked: it would lie open. */
function assertNoScripts(pages: string): void {
  const names = existsSync(pages) ? (readdirSync(pages, {recursive: true, encoding: "utf8"}) as string[]) : [];
  const script = names.find((name) => /\.[cm]?[jt]sx?$/.test(name));
  if (script === undefined) return;
  throw new ReportError("lock_script", `pages/${script.replaceAll("\\", "/")}`, {
    what: {
      zh: "自己页面的脚本文件不能加密，任何人都读得到。",
      en: "a script file of your own pages cannot be locked: anyone could read it.",
    },
    fix: {
      zh: "把代码写进页面本身的代码块，或去掉 report.yaml 里的 lock。",
      en: "put the code into a block of the page itself, or take lock out of report.yaml.",
    },
  });
}
