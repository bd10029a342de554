import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {utils, write} from "@e965/xlsx";
import {afterAll, describe, expect, test} from "vitest";
import {cloneProject, commandsOf} from "./clone.js";
import {fingerprint, project, type Ran} from "./command.js";

const {clone, remove} = cloneProject();
const started: ChildProcess[] = [];
const english = {...process.env, LANG: "en_US.UTF-8", LC_ALL: "", LC_MESSAGES: ""};

afterAll(() => {
  for (const {pid, exitCode} of started) if (pid !== undefined && exitCode === null) process.kill(-pid, "SIGTERM");
  remove();
});

/** A line as it is typed into a shell in the project's folder. */
function type(line: string): ChildProcess {
  const child = spawn(line, {cwd: clone, shell: true, detached: true, env: english, stdio: ["ignore", "pipe", "pipe"]});
  started.push(child);
  return child;
}

/** What it says, up to its end or to what is waited for. */
function said(child: ChildProcess, until?: RegExp): Promise<Ran> {
  let text = "";
  return new Promise((done) => {
    const hear = (chunk: Buffer): void => {
      text += chunk;
      if (until?.test(text)) done({code: null, text});
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("close", (code) => done({code, text}));
  });
}

/** What has to be there before a command of the README is typed, and what shows that it did its work. */
const commands: Readonly<Record<string, () => Promise<void>>> = {
  async "npm start"() {
    const {text} = await said(type("npm start"), /The report is at http:\S+/);
    const [address] = /http:\S+/.exec(text)!;
    expect(await (await fetch(new URL("en/overview.html", address))).text()).toContain("Tiny (made up)");
    expect(existsSync(join(clone, "dist/downloads/report.en.pptx"))).toBe(true);
  },
  async "npm run build -- --report my-report --out my-site"() {
    cpSync(join(clone, "data"), join(clone, "my-report"), {recursive: true});
    const {code, text} = await said(type("npm run build -- --report my-report --out my-site"));
    expect(text).not.toMatch(/Error/);
    expect(code).toBe(0);
    // The same records give the same site, whatever their folder is called.
    expect(fingerprint(join(clone, "my-site"))).toEqual(fingerprint(join(clone, "dist")));
  },
  async "npm run check -- --report my-report"() {
    const {code, text} = await said(type("npm run check -- --report my-report"));
    expect(text).toContain("tickets.csv → tickets: 240 = 240 kept + 0 rejected + 0 set aside");
    expect(code).toBe(0);
  },
  async "npm run map -- new-export.xlsx"() {
    const sheet = utils.aoa_to_sheet([
      ["工单编号", "创建时间", "满意度"],
      ...Array.from({length: 30}, (_, index) => [
        `T${index}`,
        `2026-03-${10 + (index % 20)} 09:00:00`,
        1 + (index % 5),
      ]),
    ]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "工单");
    writeFileSync(join(clone, "new-export.xlsx"), write(book, {type: "buffer", bookType: "xlsx"}));
    const {code, text} = await said(type("npm run map -- new-export.xlsx"));
    expect(text).toMatch(/entity: tickets[\s\S]*ticket_id: .*工单编号/);
    expect(code).toBe(0);
  },
  async "npm run deck -- --out my-site --update edited.pptx"() {
    copyFileSync(join(clone, "my-site/downloads/report.en.pptx"), join(clone, "edited.pptx"));
    const {code, text} = await said(type("npm run deck -- --out my-site --update edited.pptx"));
    expect(text).toMatch(/objects brought up to date/);
    expect(code).toBe(0);
    expect(existsSync(join(clone, "edited.updated.pptx"))).toBe(true);
  },
  async "npm run deck -- --out my-site --fill our.pptx"() {
    copyFileSync(join(clone, "my-site/downloads/report.en.pptx"), join(clone, "our.pptx"));
    const {code, text} = await said(type("npm run deck -- --out my-site --fill our.pptx"));
    expect(text).toMatch(/figures filled/);
    expect(code).toBe(0);
    expect(existsSync(join(clone, "our.2026-04.pptx"))).toBe(true);
  },
  async "npm run pdf"() {
    const {code, text} = await said(type("npm run pdf -- --out my-site --lang en"));
    expect(text).toMatch(/my-site\.en\.pdf \(\d+ pages\)/);
    expect(code).toBe(0);
    expect(readFileSync(join(clone, "my-site.en.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  },
  async "npm run dev"() {
    // Its work is shown in develop.test.ts.
    const {text} = await said(type("npm run dev"), /The preview is at http:\S+/);
    expect(await (await fetch(/http:\S+/.exec(text)![0])).text()).toContain("Tiny (made up)");
  },
  async "npm run bench -- --rows 5000000"() {
    const {code, text} = await said(type("npm run bench -- --rows 5000"));
    expect(text).toMatch(/5,000 rows each[\s\S]*bare DuckDB[\s\S]*Huisheng[\s\S]*ratio/);
    expect(code).toBe(0);
  },
  async "npm test"() {
    // This is it.
  },
};

describe("every command of the README does what it says, in a folder with an odd name", () => {
  test.each(commandsOf(join(project, "README.md")).map((line) => ({line})))("$line", async ({line}) => {
    await commands[line]!();
  });

  test("and none is left out", () => {
    expect(commandsOf(join(project, "README.md")).sort()).toEqual(Object.keys(commands).sort());
  });
});

/** Nobody in particular: may read the install, and write to nothing but what is given to them. */
const someone = {uid: 65534, gid: 65534};
const canBeSomeone =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ["-e", "require(process.argv[1])", join(project, "node_modules/yaml")], someone)
    .status === 0;

describe.skipIf(!canBeSomeone)("an install that its user may not write to (needs root, to be someone else)", () => {
  const home = mkdtempSync(join(tmpdir(), "huisheng-home-"));
  const own = {...someone, cwd: home, env: {PATH: process.env.PATH, HOME: home, TMPDIR: home}};
  afterAll(() => rmSync(home, {recursive: true, force: true}));

  test("keeps its bundled libraries in the user's own cache", async () => {
    giveAway(home);
    const script = `import(process.argv[1]).then(({cachedFolder}) => console.log(cachedFolder("not-made-yet")))`;
    const module = pathToFileURL(join(project, "loaders/site/cache-folder.ts")).href;
    const {text} = await said(
      spawn(process.execPath, ["--import", import.meta.resolve("tsx"), "-e", script, module], own),
    );
    expect(text.trim()).toBe(join(home, ".cache/huisheng/not-made-yet"));
  });

  test("builds a report with a page that runs code", async () => {
    const report = join(home, "report");
    cpSync(join(clone, "data"), report, {recursive: true});
    mkdirSync(join(report, "pages/en"), {recursive: true});
    writeFileSync(join(report, "pages/en/own.md"), "# Own\n\n```js\ndisplay(d3.sum([1, 2]));\n```\n");
    for (const name of readdirSync(home, {recursive: true, encoding: "utf8"})) giveAway(join(home, name));
    for (const path of [clone, dirname(clone), dirname(dirname(clone))]) chmodSync(path, 0o755);
    const args = [join(clone, "loaders/huisheng.mjs"), "build", "--report", report, "--out", join(home, "site")];
    const {code, text} = await said(spawn(process.execPath, args, own));
    expect(text).not.toMatch(/Error|EACCES/);
    expect(code).toBe(0);
    expect(existsSync(join(home, "site/en/own.html"))).toBe(true);
  });
});

function giveAway(path: string): void {
  chownSync(path, someone.uid, someone.gid);
  if (statSync(path).isDirectory()) chmodSync(path, 0o755);
}
