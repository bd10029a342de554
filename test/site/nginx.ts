import {spawn, spawnSync} from "node:child_process";
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {project} from "../build/command.js";

const program = ["/usr/sbin/nginx", "nginx"].find((path) => spawnSync(path, ["-v"]).status === 0);

/** Whether this machine has nginx. */
export const hasNginx = program !== undefined;

/** nginx with the recipe of `data/hosting`, its folder, port and password file put in; the user is manager, the password secret. */
export async function serveByNginx(site: string): Promise<{address: string; close(): Promise<void>}> {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-nginx-"));
  const port = await freePort();
  const passwords = join(folder, "passwords");
  writeFileSync(passwords, "manager:{PLAIN}secret\n");
  const recipe = readFileSync(join(project, "data/hosting/nginx.conf"), "utf8")
    .replaceAll("/srv/my-site/", `${site}/`)
    .replaceAll("/etc/nginx/report.htpasswd", passwords)
    .replaceAll("listen 80", `listen 127.0.0.1:${port}`);
  const temps = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const own = temps.map((name) => `${name}_temp_path ${join(folder, name)};`).join("\n");
  mkdirSync(join(folder, "logs"));
  chmodSync(folder, 0o755);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off;\n${process.getuid?.() === 0 ? "user root;\n" : ""}pid ${join(folder, "pid")};\nerror_log ${join(folder, "logs/error")};\nevents {}\nhttp {\naccess_log off;\n${own}\ninclude /etc/nginx/mime.types;\n${recipe}\n}\n`,
  );
  const server = spawn(program!, ["-p", folder, "-c", join(folder, "nginx.conf")], {stdio: "inherit"});
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const address = `http://127.0.0.1:${port}/reports/`;
  while (server.exitCode === null && !(await answers(address))) await setTimeout(100);
  if (server.exitCode !== null) throw new Error(readFileSync(join(folder, "logs/error"), "utf8"));
  return {
    address,
    async close() {
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
