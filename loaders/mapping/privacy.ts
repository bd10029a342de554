import {createHash, randomBytes} from "node:crypto";
import {closeSync, existsSync, openSync, readFileSync, readSync} from "node:fs";
import {resolve} from "node:path";
import type {PersonalKindId} from "../../src/words/personal-kinds.js";
import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import {ReportError} from "../messages/errors.js";
import {type Door, openDoor} from "../scan/door.js";
import type {PersonalKind} from "./entities/entities.js";

/**
 * Opens the door that records pass. With `salt_file` in rules/privacy.yaml keys and codes are the same from build to
 * build. Without it each build draws the salt of its keys, which are never published, and makes that of the codes, which
 * are, from the bytes of the exports: the same files give the same codes, and who has not the files cannot try values.
 *
 * @throws ReportError `salt_missing` where the file named is absent or shorter than 16 characters
 */
export async function openPrivacy(
  database: Database,
  {folder, saltFile, exports}: {folder: string; saltFile: string | undefined; exports: () => readonly string[]},
): Promise<Door> {
  const salt = saltFile === undefined ? undefined : readSalt(folder, saltFile);
  await database.run(`set variable privacy_salt = ${literal(salt ?? randomBytes(32).toString("hex"))}`);
  return openDoor(database, {key: () => (salt === undefined ? hashOf(exports()) : `codes ${salt}`)});
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash("sha256").update("codes");
  const buffer = Buffer.alloc(1 << 22);
  for (const path of [...paths].sort()) {
    const file = openSync(path, "r");
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read));
    closeSync(file);
  }
  return hash.digest("hex");
}

function readSalt(folder: string, saltFile: string): string {
  const path = resolve(folder, saltFile);
  const salt = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  if (salt.length >= 16) return salt;
  throw new ReportError("salt_missing", `rules/privacy.yaml salt_file: ${saltFile}`, {
    what: {
      zh: "没有这个文件，或内容不足 16 个字符。",
      en: "there is no such file, or it holds fewer than 16 characters.",
    },
    fix: {
      zh: "在报告文件夹之外放一个随机文本文件，例如 openssl rand -hex 32 的输出。",
      en: "put a file of random text outside the report folder, such as the output of openssl rand -hex 32.",
    },
  });
}

/** SQL of what may be shown of a personal value. A firm's name is no personal data: `isFirm` says so where known. */
export function displaySql(
  kind: Exclude<PersonalKind, "verbatim">,
  {value, isFirm}: {value: string; isFirm?: string | undefined},
): string {
  switch (kind) {
    case "name":
      return `case when ${firmSql(value, isFirm)} then scrub_firm(${value}) else mask_name(${value}) end`;
    case "id_card":
      return `case when ${value} is not null then '******' end`;
    default:
      return `mask_${kind}(${value})`;
  }
}

/** Whether a name is a firm's; three signs that make a person's name are one's, whatever is said of the customer. */
export const firmSql = (value: string, isFirm: string | undefined): string =>
  isFirm === undefined
    ? `is_firm_name(${value})`
    : `(is_firm_name(${value}) or (${isFirm} and not is_full_name(${value})))`;

/** SQL of the keyed hash by which equal values are still found equal. */
export function keySql(kind: PersonalKind, value: string): string {
  const normal =
    kind === "phone" ? `normal_phone(${value})` : kind === "name" ? `normal_name(${value})` : `lower(trim(${value}))`;
  return `private_key(${literal(kind)}, ${normal})`;
}

/** The kind that a personal column counts as. */
export const kindOfColumn = (kind: Exclude<PersonalKind, "verbatim">): PersonalKindId =>
  kind === "name" ? "person_name" : kind === "phone" ? "mobile" : kind;
