import type {Bilingual} from "../../src/words/language.js";
import {ReportError} from "../messages/errors.js";

/** Shorter ones are found by trying: above all in a zip, which lets a machine try thousands a second. */
export const leastLength = 12;

/**
 * The password of a locked copy, from the environment alone; undefined where the report is not locked.
 *
 * @throws ReportError `lock_password_missing`, `lock_password_short`
 */
export function lockPassword(
  lock: {readonly password_env: string} | undefined,
  {env = process.env}: {env?: NodeJS.ProcessEnv} = {},
): string | undefined {
  if (!lock) return undefined;
  const password = env[lock.password_env] ?? "";
  if ([...password.normalize("NFKC")].length >= leastLength) return password;
  const name = lock.password_env;
  throw password === "" ? missing(name) : short(name);
}

const missing = (name: string): ReportError =>
  new ReportError("lock_password_missing", "report.yaml lock", {
    what: {
      zh: `报告要加密，但没有环境变量 ${name}。`,
      en: `the report is to be locked, but there is no environment variable ${name}.`,
    },
    fix,
  });

const short = (name: string): ReportError =>
  new ReportError("lock_password_short", "report.yaml lock", {
    what: {
      zh: `环境变量 ${name} 里的密码不到 ${leastLength} 个字符，试得出来。`,
      en: `the password in ${name} has fewer than ${leastLength} characters and can be found by trying.`,
    },
    fix,
  });

const fix: Bilingual = {
  zh: `运行前设好这个变量，至少 ${leastLength} 个字符，如四个不相干的词；密码不写进 report.yaml。`,
  en: `set it before the command, ${leastLength} characters at least, e.g. four words that have nothing to do with each other; it never stands in report.yaml.`,
};
