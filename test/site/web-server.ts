import {spawn, spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";

/** A site behind a server of this machine; the user is manager, the password secret. */
export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** The first of these programs that this machine has. */
export const found = (paths: readonly string[], ask: string): string | undefined =>
  paths.find((path) => spawnSync(path, [ask]).status === 0);

/** Starts a server in a folder of its own, which goes with it, and waits until it answers. */
export async function startServer(
  program: string,
  {path, prepare}: {path: string; prepare: (place: {folder: string; port: number}) => string[]},
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-server-"));
  const port = await freePort();
  // What it keeps it keeps there, too.
  const env = {...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder};
  const server = spawn(program, prepare({folder, port}), {env, stdio: ["ignore", "ignore", "pipe"]});
  let said = "";
  server.stderr.on("data", (text) => {
    said += text;
  });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const address = `http://127.0.0.1:${port}${path}`;
  while (server.exitCode === null && !(await answers(address))) await setTimeout(100);
  if (server.exitCode !== null) throw new Error(said);
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
