import {statSync} from "node:fs";
import {relative} from "node:path";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {hashFile} from "../readers/load-raw.js";

/**
 * Reads while the files stay as they are. Where one changed meanwhile that is what is told, and not what reading made of it.
 *
 * @throws ReportErrors `input_changed`
 */
export async function whileUnchanged<Read extends {readonly accounts: readonly {readonly sha256: string}[]}>(
  {paths, folder}: {paths: readonly string[]; folder: string},
  work: () => Promise<Read>,
): Promise<Read> {
  const before = fileStates(paths);
  const assertSame = (read: ReadonlySet<string>): void => {
    const problems = changedFiles(before, {folder, read});
    if (problems.length > 0) throw new ReportErrors(problems);
  };
  try {
    const found = await work();
    assertSame(new Set(found.accounts.map(({sha256}) => sha256)));
    return found;
  } catch (error) {
    assertSame(new Set());
    throw error;
  }
}

/** Size and time of each file, by its path. */
type FileStates = ReadonlyMap<string, string>;

const fileStates = (paths: readonly string[]): FileStates => new Map(paths.map((path) => [path, stateOf(path)]));

const stateOf = (path: string): string => {
  const stat = statSync(path, {throwIfNoEntry: false});
  return stat ? `${stat.size} ${stat.mtimeMs}` : "gone";
};

/**
 * Files that are no longer as they were, as problems: what was read of them is neither the old nor the new. A file that
 * was only touched has the bytes it was read with.
 *
 * @param read hashes of what was read
 */
function changedFiles(before: FileStates, {folder, read}: {folder: string; read: ReadonlySet<string>}): ReportError[] {
  return [...before]
    .filter(([path, state]) => stateOf(path) !== state)
    .filter(([path]) => stateOf(path) === "gone" || !read.has(hashFile(path)))
    .map(([path]) => changed(relative(folder, path).replaceAll("\\", "/"), stateOf(path) === "gone"));
}

const changed = (name: string, isGone: boolean): ReportError =>
  new ReportError("input_changed", name, {
    what: isGone
      ? {zh: "读的时候文件被移走或删除了。", en: "was moved or deleted while it was read."}
      : {zh: "读的时候文件变了。", en: "changed while it was read."},
    fix: {
      zh: "等复制或导出全部完成、关掉正在编辑它的程序，再运行一次。",
      en: "wait until copying or exporting is finished, close the program that edits it, and run this again.",
    },
  });
