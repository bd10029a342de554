import type {Bilingual} from "../../src/words/language.js";
import {ReportError} from "./errors.js";

interface Trouble {
  readonly code: string;
  readonly what: Bilingual;
  readonly fix: Bilingual;
}

const full: Trouble = {
  code: "disk_full",
  what: {zh: "磁盘已满，写不下去。", en: "the disk is full."},
  fix: {
    zh: "腾出空间（临时文件也占地方，大约是导出文件的三倍），或用 --out 换一个磁盘，然后重试。",
    en: "free some space (temporary files need about three times the size of the exports) or choose another disk with --out, then try again.",
  },
};
const forbidden: Trouble = {
  code: "no_permission",
  what: {zh: "没有权限读或写。", en: "may not be read or written by this user."},
  fix: {
    zh: "改这个文件或文件夹的权限，关掉正在使用它的程序，或用 --out 换一个能写的文件夹。",
    en: "change its permissions, close the program that holds it, or choose a folder you may write to with --out.",
  },
};
const readOnly: Trouble = {
  code: "read_only",
  what: {zh: "这个磁盘只能读，不能写。", en: "lies on a disk that can only be read."},
  fix: {zh: "用 --out 换一个能写的文件夹。", en: "choose a folder you may write to with --out."},
};
const unreadable: Trouble = {
  code: "unreadable",
  what: {zh: "读不出来：磁盘或网络盘报告错误。", en: "cannot be read: the disk or the network drive reports an error."},
  fix: {
    zh: "把文件复制到本机磁盘再试；复制也失败则文件已坏。",
    en: "copy it to a local disk and try again; if that fails too, the file is damaged.",
  },
};
const memory: Trouble = {
  code: "out_of_memory",
  what: {zh: "内存不够。", en: "there is not enough memory."},
  fix: {
    zh: "关掉其他程序后重试；机器还有富余时，在 report.yaml 写 memory_gb:；仍不够时，把最大的导出按月拆开，只留 report.yaml 的 window_months 需要的月份。",
    en: "close other programs and try again; where the machine has more than was used, write memory_gb: into report.yaml; if it is still not enough, split the largest export by month and keep the months that window_months of report.yaml needs.",
  },
};
const tooMany: Trouble = {
  code: "too_many_files",
  what: {zh: "同时打开的文件太多。", en: "too many files are open at once."},
  fix: {
    zh: "关掉其他程序，或调高系统的文件数上限（ulimit -n 4096）。",
    en: "close other programs, or raise the limit (ulimit -n 4096).",
  },
};
const notAFile: Trouble = {
  code: "not_a_file",
  what: {zh: "是文件夹，这里要的是文件。", en: "is a folder; a file is wanted here."},
  fix: {zh: "改正路径，或把它改成文件。", en: "correct the path, or put a file in its place."},
};
const notAFolder: Trouble = {
  code: "not_a_folder",
  what: {zh: "路径中间有一段是文件，不是文件夹。", en: "a part of this path is a file, not a folder."},
  fix: {zh: "改正路径，或把那个文件移开。", en: "correct the path, or move that file away."},
};
const badLink: Trouble = {
  code: "bad_path",
  what: {zh: "路径太长，或是一个绕回自己的链接。", en: "the path is too long, or a link that leads back to itself."},
  fix: {zh: "换一个短一些的文件夹，或去掉这个链接。", en: "choose a folder with a shorter path, or remove the link."},
};
const port: Trouble = {
  code: "port_forbidden",
  what: {zh: "这个端口不允许使用。", en: "this port may not be used."},
  fix: {zh: "用 --port 换一个 1024 以上的端口。", en: "choose one above 1024 with --port."},
};

const bySystem: Readonly<Record<string, Trouble>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EBUSY: forbidden,
  EROFS: readOnly,
  EIO: unreadable,
  ENOMEM: memory,
  EISDIR: notAFile,
  ENOTDIR: notAFolder,
  ELOOP: badLink,
  ENAMETOOLONG: badLink,
  EMFILE: tooMany,
  ENFILE: tooMany,
  ERR_OUT_OF_MEMORY: memory,
};

/** What DuckDB writes; it has no codes. */
const byText: readonly (readonly [RegExp, Trouble])[] = [
  [/No space left on device|Disk quota exceeded|not enough space on the disk|max_temp_directory_size/i, full],
  [/Out of Memory Error|could not allocate block|Cannot allocate memory|Array buffer allocation failed/i, memory],
  [/Permission denied|Operation not permitted|being used by another process|Access is denied/i, forbidden],
  [/Read-only file system/i, readOnly],
  [/Input\/output error/i, unreadable],
  [/Too many open files/i, tooMany],
];

/** The machine's trouble behind an error, which its user can mend; undefined for a fault of the program. */
export function machineError(error: unknown): ReportError | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const {code = "", path, syscall} = cause as NodeJS.ErrnoException;
    const found = bySystem[code] ?? byText.find(([pattern]) => pattern.test(cause.message))?.[1];
    if (!found) continue;
    const {code: name, ...rest} = syscall === "listen" && found === forbidden ? port : found;
    return new ReportError(name, path ?? pathIn(cause.message) ?? {zh: "这台机器", en: "this machine"}, rest);
  }
  return undefined;
}

/** A path that stands in quotes in a message. */
const pathIn = (message: string): string | undefined => /["']([^"'\n]*[\\/][^"'\n]*)["']/.exec(message)?.[1];
