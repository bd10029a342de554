// Everything that must hold, on a fresh clone too: installs packages and a browser, then lint, types, tests.
import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {installPackages, needsNode, project, say} from "../loaders/cli/bootstrap.mjs";
import {browserPath} from "../loaders/print/browser-path.mjs";

needsNode();
installPackages();
installBrowser();
installFor("cluster", {
  ...{folder: "cluster", name: "@chdb/lib-linux-x64-gnu"},
  ...{zh: "ClickHouse（npm ci，下载 178 MB）", en: "ClickHouse (npm ci, 178 MB)"},
});
installFor("site", {
  ...{folder: "old-browser", name: "chrome-aws-lambda"},
  ...{zh: "Chromium 86（npm ci，下载 45 MB）", en: "Chromium 86 (npm ci, 45 MB)"},
});

const node = process.execPath;
const link = linkedProject();
const at = link ? join(link, "huisheng") : project;
const bin = (path) => join(at, "node_modules", path);
const steps = [
  ["biome", [bin("@biomejs/biome/bin/biome"), "check", "--config-path=.ci/lint.jsonc", "--error-on-warnings", "."]],
  ["tsc", [bin("typescript/bin/tsc"), "--noEmit"]],
  [
    "vitest",
    [
      ...(link ? ["--preserve-symlinks", "--preserve-symlinks-main"] : []),
      ...[bin("vitest/vitest.mjs"), "run", "--root", at, "--config", join(at, "test", "vitest.config.ts")],
      ...process.argv.slice(2),
    ],
  ],
];
let failed = false;
for (const [name, args] of steps) {
  const start = performance.now();
  const {status} = spawnSync(node, args, {
    cwd: at,
    stdio: "inherit",
    env: {...process.env, ...(link ? {HUISHENG_LINK: at} : {})},
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status === 0) say(`✓ ${name}（${seconds} 秒）`, `✓ ${name} (${seconds} s)`);
  else say(`✗ ${name}（${seconds} 秒）`, `✗ ${name} (${seconds} s)`);
  failed ||= status !== 0;
}
if (link) rmSync(link, {recursive: true, force: true});
process.exit(failed ? 1 : 0);

/** A folder with a link to the project and to the data beside it, where Vite cannot read the path of the project itself. */
function linkedProject() {
  if (!/[#?]/.test(project)) return undefined;
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "huisheng-tests-"));
  symlinkSync(project, join(folder, "huisheng"), "junction");
  const shared = join(project, "..", "shared");
  if (existsSync(shared)) symlinkSync(shared, join(folder, "shared"), "junction");
  return folder;
}

/** Chromium for the tests of the site: the system's, else from apt where that is allowed, else Playwright's download. */
function installBrowser() {
  if (hasBrowser()) return;
  if (process.platform === "linux" && found("apt-get")) {
    const root = process.getuid?.() === 0;
    const sudo = !root && found("sudo") && spawnSync("sudo", ["-n", "true"]).status === 0;
    if (root || sudo) {
      say("安装 Chromium 和中文字体（apt-get）……", "Installing Chromium and a Chinese font (apt-get) …");
      const apt = (...args) =>
        spawnSync(root ? "apt-get" : "sudo", [...(root ? [] : ["apt-get"]), ...args], {
          stdio: ["ignore", 2, 2],
          env: {...process.env, DEBIAN_FRONTEND: "noninteractive"},
        });
      apt("update", "-qq");
      apt("install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk");
      if (hasBrowser()) return;
    }
  }
  say("下载 Chromium（playwright）……", "Downloading Chromium (playwright) …");
  spawnSync(
    process.execPath,
    [join(project, "node_modules", "playwright-core", "cli.js"), "install", "chromium", "--no-shell"],
    {stdio: ["ignore", 2, 2]},
  );
  if (hasBrowser()) return;
  say(
    "Chromium：未能安装。\n处理：自行安装 Chromium，或用环境变量 CHROMIUM 指出它的位置，然后重试。\n（browser_missing）",
    "Chromium: could not be installed.\nFix: install Chromium yourself, or name it in the environment variable CHROMIUM, then try again.\n(browser_missing)",
  );
  process.exit(1);
}

/**
 * A package of one folder of tests, which no user needs (Linux on x64 alone); where it is not to be had those tests are
 * skipped, by name.
 */
function installFor(tests, {folder, name, zh, en}) {
  const asked = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  if (asked.length > 0 && !asked.some((word) => word.includes(tests))) return;
  const isLinux = process.platform === "linux" && process.arch === "x64";
  if (!isLinux || !process.report.getReport().header.glibcVersionRuntime) return;
  const cwd = join(project, "test", folder);
  const read = (...path) => JSON.parse(readFileSync(join(cwd, ...path), "utf8")).packages[`node_modules/${name}`];
  const hidden = join("node_modules", ".package-lock.json");
  if (existsSync(join(cwd, hidden)) && read(hidden)?.version === read("package-lock.json").version) return;
  say(`安装测试用的 ${zh}……`, `Installing ${en} for the tests …`);
  const {status} = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0)
    say("没有装上：要用它的测试跳过。", "It could not be installed: the tests that need it are skipped.");
}

function found(command) {
  return (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, command)));
}

/** The system's browser, or Playwright's where that was downloaded. */
function hasBrowser() {
  const {chromium} = createRequire(import.meta.url)("playwright-core");
  return browserPath() !== undefined || existsSync(chromium.executablePath());
}
