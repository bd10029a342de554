// Loaded before the program: counts what its main thread does to files. In the midst of the calls FREEZE_AT, and of those
// that read like FREEZE_LIKE, it puts aside what a power cut would leave of FREEZE_FROM, with half of a text written, half
// of a folder gone; in the midst of DIE_AT it ends the process. The calls are listed in CALLS.
import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";
import {join} from "node:path";
import {isMainThread} from "node:worker_threads";

const {DIE_AT, FREEZE_AT = "", FREEZE_LIKE = "^$", FREEZE_FROM, FREEZE_TO, CALLS} = process.env;
const moments = new Set(FREEZE_AT.split(",").map(Number));
const like = new RegExp(FREEZE_LIKE);
const {closeSync, linkSync, mkdirSync, openSync, readdirSync, rmSync, writeSync} = fs;
const calls = [];
let isOwn = false;

/** What is left of something that is cut short. */
const halves = {
  writeFile(path, content) {
    rmSync(path, {force: true}); // what was put aside before stays as it was
    const file = openSync(path, "w");
    writeSync(file, content.slice(0, content.length / 2));
    closeSync(file);
  },
  rm(path) {
    const names = fs.statSync(path, {throwIfNoEntry: false})?.isDirectory() ? readdirSync(path) : [];
    for (const name of names.slice(0, names.length / 2)) rmSync(join(path, name), {recursive: true, force: true});
  },
};

/** The first process of a container cannot be killed from within. */
function die() {
  if (process.pid === 1) process.reallyExit(137);
  process.kill(process.pid, "SIGKILL");
}

/** A second place for every file: none is written to again in its place, but for pages in the making. */
function putAside(from, to) {
  mkdirSync(to, {recursive: true});
  for (const entry of readdirSync(from, {withFileTypes: true}))
    if (entry.isDirectory()) putAside(join(from, entry.name), join(to, entry.name));
    else linkSync(join(from, entry.name), join(to, entry.name));
}

function cut(name, given) {
  const call = `${name} ${given[0]}`;
  const at = calls.push(call);
  const isEnd = at === Number(DIE_AT);
  const isAside = moments.has(at) || like.test(call);
  if (isEnd || isAside) halves[name]?.(...given);
  if (isEnd) die();
  if (isAside) putAside(FREEZE_FROM, join(FREEZE_TO, `${at}`));
}

/** A call that is made of others counts once: removing a folder unlinks its files. */
function counted(name, own) {
  return function (...given) {
    const isInner = isOwn;
    isOwn = true;
    try {
      if (!isInner) cut(name, given);
      return own.apply(this, given);
    } finally {
      isOwn = isInner;
    }
  };
}

if (isMainThread) {
  for (const name of ["writeFile", "mkdir", "mkdtemp", "rename", "rm", "unlink", "link", "copyFile", "cp", "utimes"]) {
    fs[`${name}Sync`] = counted(name, fs[`${name}Sync`]);
    fs.promises[name] = counted(name, fs.promises[name]);
  }
  syncBuiltinESMExports();
  process.once("exit", () => {
    isOwn = true;
    if (CALLS) fs.writeFileSync(CALLS, calls.join("\n"));
  });
}
