import {spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {project} from "../build/command.js";
import {found, type Served, startServer} from "./web-server.js";

const program = found(["/usr/bin/caddy", "caddy"], "version");

/** Whether this machine has Caddy. */
export const hasCaddy = program !== undefined;

/** Caddy with the recipe of `data/hosting`, its folder, port, path and the hash of the password put in. */
export const serveByCaddy = (site: string, path = "/reports/"): Promise<Served> =>
  startServer(program!, {
    path,
    prepare({folder, port}) {
      const {stdout} = spawnSync(program!, ["hash-password", "--plaintext", "secret"], {encoding: "utf8"});
      const recipe = readFileSync(join(project, "data/hosting/Caddyfile"), "utf8")
        .replaceAll("/srv/my-site", site)
        .replaceAll("REPLACE_WITH_THE_HASH", stdout.trim())
        .replaceAll("/reports", path.replace(/\/$/, ""))
        .replaceAll(":80 {", `http://127.0.0.1:${port} {`);
      const file = join(folder, "Caddyfile");
      writeFileSync(file, `{\n\tadmin off\n}\n${recipe}`);
      return ["run", "--config", file, "--adapter", "caddyfile"];
    },
  });
