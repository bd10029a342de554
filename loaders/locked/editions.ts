import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {ReportError} from "../messages/errors.js";
import {linkFile} from "../site/build.js";
import {type Lock, lockOf} from "./lock.js";
import {shellFiles} from "./shell.js";
import {contentsPath, lockedFile, write} from "./site.js";

/** Whether a folder holds a locked copy. */
export const isLocked = (site: string): boolean => existsSync(join(site, shellFiles.script));

/**
 * The folder to take the editions of the last site from: the site itself, or, where that is locked, a folder that they
 * are unlocked into.
 *
 * @throws ReportError `lock_editions` where the password is another, or none
 */
export function readableEditions(
  site: string,
  {to, password, held}: {to: string; password: string | undefined; held: readonly string[]},
): string {
  if (held.length === 0 || !isLocked(site)) return site;
  if (password === undefined) throw unreadable(site);
  const pages = (readdirSync(join(site, "editions"), {recursive: true, encoding: "utf8"}) as string[])
    .map((name) => `editions/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.(html|js|css|wasm)$/.test(path));
  const lock = lockOfPage(readFileSync(join(site, pages.find((path) => path.endsWith(".html"))!), "utf8"), password);
  try {
    const contents = JSON.parse(openFile(site, contentsPath, lock).toString()) as string[];
    for (const path of contents.filter((each) => each.startsWith("editions/")))
      write(join(to, path), openFile(site, path, lock));
    for (const path of pages)
      if (path.endsWith(".html")) write(join(to, path), openPage(readFileSync(join(site, path), "utf8"), {path, lock}));
      else linkFile(join(site, path), join(to, path));
    return to;
  } catch {
    throw unreadable(site);
  }
}

function lockOfPage(html: string, password: string): Lock {
  const [, salt = "", rounds = ""] = / data-salt="([^"]*)" data-rounds="(\d+)"/.exec(html) ?? [];
  return lockOf(password, {salt: Buffer.from(salt, "base64"), rounds: Number(rounds)});
}

function openPage(html: string, {path, lock}: {path: string; lock: Lock}): Buffer {
  const [, bytes = ""] = /<script type="text\/plain" id="locked"[^>]*>([^<]*)</.exec(html) ?? [];
  return Buffer.from(lock.open(path, Buffer.from(bytes, "base64")));
}

const openFile = (site: string, path: string, lock: Lock): Buffer =>
  Buffer.from(lock.open(path, readFileSync(join(site, lockedFile(path, lock)))));

const unreadable = (site: string): ReportError =>
  new ReportError("lock_editions", site, {
    what: {
      zh: "上一个网站里存着过去的各期，是用别的密码加密的，这次打不开，会丢掉。",
      en: "the last site holds earlier editions, locked with another password: they cannot be opened and would be lost.",
    },
    fix: {
      zh: "用上次的密码再生成，或用 --out 换一个输出文件夹。",
      en: "build with the password of the last time, or choose another folder with --out.",
    },
  });
