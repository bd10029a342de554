import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join, posix, relative} from "node:path";
import {linkFile} from "../site/build.js";
import type {Lock} from "./lock.js";
import {type ShellParts, shellFiles, shellPage, shellParts} from "./shell.js";

/** Lists the locked files by their own paths, for whoever knows the password. */
export const contentsPath = "contents.json";

/** Scripts and styles of the program and of libraries, alike in every report. */
const isCode = (path: string): boolean =>
  /^(?:editions\/[^/]+\/)?(?:_import|_observablehq|_npm|_node)\/.*\.(?:js|css|wasm)$/.test(path) ||
  Object.values<string>(shellFiles).includes(path);

/**
 * A locked copy of a finished site. Every page keeps its place and asks for the password; every other file lies under a
 * name that says nothing; scripts and styles, which hold nothing of the report, stay.
 * So do the sites of audiences, which have passwords of their own.
 *
 * @param site stays as it is: its files may be those of other folders, too
 * @param to a folder that does not exist yet
 */
export async function lockSite(site: string, {to, lock}: {to: string; lock: Lock}): Promise<void> {
  const parts = await shellParts();
  const paths = filesOf(site);
  const renamed = new Map(paths.flatMap((path) => accountName(path, lock)));
  const rename = (text: string) =>
    text.replaceAll(/account[-.][^"'/\\?#<>&\s]+?\.html/g, (name) => renamed.get(name) ?? name);
  const contents: string[] = [];
  for (const path of paths) {
    const file = join(site, path);
    if (isCode(path) || path.startsWith("audiences/")) linkFile(file, join(to, path));
    else if (path.endsWith(".html")) {
      const html = withPictures(rename(readFileSync(file, "utf8")), {site, path});
      write(join(to, rename(path)), shellPage(html, {path: rename(path), lock, parts}));
    } else {
      const bytes = readFileSync(file);
      const text = path.endsWith(".json") ? Buffer.from(rename(bytes.toString("utf8"))) : bytes;
      write(join(to, lockedFile(path, lock)), lock.seal(path, text));
      contents.push(path);
    }
  }
  write(join(to, lockedFile(contentsPath, lock)), lock.seal(contentsPath, Buffer.from(JSON.stringify(contents))));
  writeParts(to, parts);
}

/** Where a file that is no page lies. */
export const lockedFile = (path: string, lock: Pick<Lock, "nameOf">): string => `locked/${lock.nameOf(path)}.bin`;

function writeParts(to: string, {script, style}: ShellParts): void {
  write(join(to, shellFiles.script), script);
  write(join(to, shellFiles.style), style);
}

/** The page of a key account is called after its customer; in a locked copy it is not. */
function accountName(path: string, lock: Lock): [string, string][] {
  const name = posix.basename(path);
  return /^account[-.].+\.html$/.test(name) ? [[name, `account-${lock.nameOf(name).slice(0, 12)}.html`]] : [];
}

const types: Readonly<Record<string, string>> = {
  ...{png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp"},
  svg: "image/svg+xml",
};

/** Pictures of a page stand in the page itself: the browser would ask for them by their names. */
const withPictures = (html: string, {site, path}: {site: string; path: string}): string =>
  html.replaceAll(/(<img[^>]*\ssrc=")([^":?#]+)(")/g, (whole, before: string, source: string, after: string) => {
    const file = join(site, posix.join(posix.dirname(path), decodeURI(source)));
    const type = types[/\.(\w+)$/.exec(source)?.[1]?.toLowerCase() ?? ""];
    if (!type || relative(site, file).startsWith("..") || !existsSync(file)) return whole;
    return `${before}data:${type};base64,${readFileSync(file).toString("base64")}${after}`;
  });

/** Writes a file and the folders that it lies in. */
export function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, content);
}

const filesOf = (root: string): string[] =>
  readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
