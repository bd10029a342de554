// Plain JavaScript on purpose: this runs before anything is installed.
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

export const project = fileURLToPath(new URL("../..", import.meta.url));

/** Chinese where `--lang zh` or the system's language says so. */
export const language = (() => {
  const asked =
    process.argv.findLast((_, index) => process.argv[index - 1] === "--lang") ??
    process.argv.find((word) => word.startsWith("--lang="))?.slice(7);
  return /^zh/i.test(asked ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "") ? "zh" : "en";
})();

/** One line on what is being done, on stderr so that output stays clean. */
export function say(zh, en) {
  process.stderr.write(`${language === "zh" ? zh : en}\n`);
}

/** Ends with what to do where Node is too old. */
export function needsNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(
    `Node ${process.versions.node}：版本过旧。\n处理：安装 Node 20.19 或更高版本（https://nodejs.org）。\n（node_too_old）`,
    `Node ${process.versions.node}: too old.\nFix: install Node 20.19 or newer (https://nodejs.org).\n(node_too_old)`,
  );
  process.exit(1);
}

/** Runs `npm ci` where packages are missing or are not those of the lock file; quiet where all is well. */
export function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(project, "package-lock.json")))
    .digest("hex");
  const stamp = join(project, "node_modules", ".cache", "huisheng", "installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  if (!installedByHand()) {
    say("安装所需的软件包（npm ci），约一分钟……", "Installing the packages it needs (npm ci), about a minute …");
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const {status, error} = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: project,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    });
    if (status !== 0) {
      say(
        `npm ci：安装失败${error ? `（${error.message}）` : ""}。\n处理：检查网络或 npm 镜像（npm config get registry）后重试。\n（install_failed）`,
        `npm ci: the packages could not be installed${error ? ` (${error.message})` : ""}.\nFix: check the network or the npm mirror (npm config get registry), then try again.\n(install_failed)`,
      );
      process.exit(1);
    }
    say("软件包已就绪。", "Packages are ready.");
  }
  remember(stamp, lock);
}

/** Not where the install belongs to another user: then each start looks again, which is quick. */
function remember(stamp, lock) {
  try {
    mkdirSync(dirname(stamp), {recursive: true});
    writeFileSync(stamp, lock);
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(error.code)) throw error;
  }
}

/** Whether `npm install` or `npm ci` has already put in place what the lock file says. */
function installedByHand() {
  const hidden = join(project, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const read = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
  const have = read(hidden);
  return Object.entries(read(join(project, "package-lock.json"))).every(
    ([path, {version, optional, peer}]) => path === "" || optional || peer || have[path]?.version === version,
  );
}
