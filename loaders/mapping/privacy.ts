import {randomBytes} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {resolve} from "node:path";
import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import {ReportError} from "../messages/errors.js";
import type {PersonalKind} from "./entities/entities.js";

/**
 * Sets the salt of every keyed hash. With `salt_file` in rules/privacy.yaml keys are the same from build to build;
 * without it each build draws its own and forgets it. Keys only ever say "the same" or "another", so what is published
 * does not depend on the salt; no key is published.
 *
 * @throws ReportError `salt_missing` where the file named is absent or shorter than 16 characters
 */
export async function setSalt(
  database: Database,
  {folder, saltFile}: {folder: string; saltFile: string | undefined},
): Promise<void> {
  const salt = saltFile === undefined ? randomBytes(32).toString("hex") : readSalt(folder, saltFile);
  await database.run(`set variable privacy_salt = ${literal(salt)}`);
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
export function displaySql(kind: PersonalKind, {value, isFirm}: {value: string; isFirm?: string | undefined}): string {
  switch (kind) {
    case "verbatim":
      return `scrub(${value})`;
    case "name":
      return `case when ${isFirm === undefined ? "" : `${isFirm} or `}is_firm_name(${value}) then ${value} else mask_name(${value}) end`;
    case "id_card":
      return `case when ${value} is not null then '******' end`;
    default:
      return `mask_${kind}(${value})`;
  }
}

/** SQL of the keyed hash by which equal values are still found equal. */
export function keySql(kind: PersonalKind, value: string): string {
  const normal =
    kind === "phone" ? `normal_phone(${value})` : kind === "name" ? `normal_name(${value})` : `lower(trim(${value}))`;
  return `private_key(${literal(kind)}, ${normal})`;
}
