import {existsSync, readFileSync, realpathSync} from "node:fs";
import {isAbsolute, relative, resolve} from "node:path";
import type {Bilingual} from "../../src/words/language.js";
import type {ClickhouseTable} from "../mapping/clickhouse-key.js";
import {ReportError} from "../messages/errors.js";
import type {Server} from "./ask.js";

/**
 * Address, user and password of a table's cluster, from the environment alone, or the password from a file outside the
 * report folder: none of them gets into what is copied, published or mailed.
 *
 * @throws ReportError `cluster_address`, `cluster_password_file`
 */
export function serverOf(
  {url_env, user_env, password_env, password_file}: ClickhouseTable,
  {folder, place, env = process.env}: {folder: string; place: Bilingual; env?: NodeJS.ProcessEnv},
): Server {
  const address = env[url_env];
  const url = address ? urlOf(address) : undefined;
  if (!url) throw noAddress(place, {variable: url_env, isSet: Boolean(address)});
  const user = env[user_env] ?? (url.username ? decodeURIComponent(url.username) : "default");
  const given = env[password_env] ?? decodeURIComponent(url.password);
  const password = password_file === undefined ? given : passwordIn(password_file, {folder, place});
  url.username = "";
  url.password = "";
  return {url, user, password};
}

function urlOf(address: string): URL | undefined {
  try {
    const url = new URL(address);
    for (const part of [url.username, url.password]) decodeURIComponent(part); // throws for a % that stands for nothing
    return ["http:", "https:"].includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

const noAddress = (place: Bilingual, {variable, isSet}: {variable: string; isSet: boolean}): ReportError =>
  new ReportError("cluster_address", place, {
    what: isSet
      ? {
          zh: `环境变量 ${variable} 里不是 http(s) 地址。`,
          en: `the environment variable ${variable} holds no http(s) address.`,
        }
      : {
          zh: `没有环境变量 ${variable}，不知道集群在哪里。`,
          en: `there is no environment variable ${variable}, so it is not known where the cluster is.`,
        },
    fix: {
      zh: `运行前设好它，如 export ${variable}=https://db.example:8443（HTTP 端口，通常 8443 或 8123）。`,
      en: `set it before the command, e.g. export ${variable}=https://db.example:8443 (the HTTP port, mostly 8443 or 8123).`,
    },
  });

function passwordIn(file: string, {folder, place}: {folder: string; place: Bilingual}): string {
  const path = resolve(folder, file);
  const problem = (what: Bilingual) =>
    new ReportError("cluster_password_file", place, {
      what,
      fix: {
        zh: "把口令放进报告文件夹之外、只有您能读的文件，或用环境变量。",
        en: "put the password into a file outside the report folder that only you can read, or use the environment.",
      },
    });
  if (!existsSync(path)) throw problem({zh: `没有 password_file：${file}。`, en: `there is no password_file ${file}.`});
  const inside = relative(realpathSync(folder), realpathSync(path));
  if (!inside.startsWith("..") && !isAbsolute(inside))
    throw problem({
      zh: `password_file ${file} 在报告文件夹里，会随它被复制。`,
      en: `password_file ${file} lies in the report folder and would be copied with it.`,
    });
  return readFileSync(path, "utf8").replace(/\r?\n$/, "");
}
