import type {Bilingual} from "../../src/words/language.js";
import {ReportError} from "../messages/errors.js";
import type {Audience} from "../report/audiences.js";

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

/**
 * The password of an audience's site: of its own, or it would open the sites of all.
 *
 * @throws ReportError as `lockPassword`, `lock_audience`
 */
export function audiencePassword(
  {name, passwordEnv}: Pick<Audience, "name" | "passwordEnv">,
  {lock, env = process.env}: {lock: {readonly password_env: string} | undefined; env?: NodeJS.ProcessEnv},
): string | undefined {
  if (!lock) return undefined;
  const password = passwordEnv === undefined ? undefined : lockPassword({password_env: passwordEnv}, {env});
  if (password !== undefined && !isSame(password, env[lock.password_env])) return password;
  throw new ReportError("lock_audience", `report.yaml audiences.${name}`, {
    what: {
      zh: "报告要加密，这一份没有自己的密码：用总的密码，就看得到所有人的。",
      en: "the report is to be locked, and this audience has no password of its own: with that of the whole it would see all.",
    },
    fix: {
      zh: "写上 password_env，指向另一个环境变量。",
      en: "say password_env, the name of another environment variable.",
    },
  });
}

/**
 * Audiences read each their own part: with one password each could read what is another's. Compared in memory alone.
 *
 * @throws ReportError as `audiencePassword`, `lock_same`
 */
export function assertPasswordsDiffer(
  audiences: readonly Pick<Audience, "name" | "passwordEnv">[],
  given: {lock: {readonly password_env: string} | undefined; env?: NodeJS.ProcessEnv},
): void {
  const passwords = audiences.map((audience) => ({name: audience.name, password: audiencePassword(audience, given)}));
  for (const [at, {name, password}] of passwords.entries()) {
    const other = passwords.slice(0, at).find((each) => password !== undefined && isSame(password, each.password));
    if (!other) continue;
    throw new ReportError("lock_same", `report.yaml audiences.${name}`, {
      what: {
        zh: `与 ${other.name} 是同一个密码：各自看得到对方的报告。`,
        en: `has the password of ${other.name}: each could read the report of the other.`,
      },
      fix: {
        zh: "给每一份各设一个密码，放在各自的环境变量里。",
        en: "give each a password of its own, in an environment variable of its own.",
      },
    });
  }
}

/** As a lock takes them: signs that look alike are alike. */
const isSame = (one: string, other: string | undefined): boolean => one.normalize("NFKC") === other?.normalize("NFKC");

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
