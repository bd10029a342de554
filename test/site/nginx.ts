import {chmodSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {project} from "../build/command.js";
import {found, type Served, startServer} from "./web-server.js";

const program = found(["/usr/sbin/nginx", "nginx"], "-v");

/** Whether this machine has nginx. */
export const hasNginx = program !== undefined;

/** nginx with the recipe of `data/hosting`, its folder, port, path and password file put in. */
export const serveByNginx = (site: string, path = "/reports/"): Promise<Served> =>
  startServer(program!, {
    path,
    prepare({folder, port}) {
      const passwords = join(folder, "passwords");
      writeFileSync(passwords, "manager:{PLAIN}secret\n");
      const recipe = readFileSync(join(project, "data/hosting/nginx.conf"), "utf8")
        .replaceAll("/srv/my-site/", `${site}/`)
        .replaceAll("/etc/nginx/report.htpasswd", passwords)
        .replaceAll("/reports", path.replace(/\/$/, ""))
        .replaceAll("listen 80", `listen 127.0.0.1:${port}`);
      const temps = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
      const own = temps.map((name) => `${name}_temp_path ${join(folder, name)};`).join("\n");
      mkdirSync(join(folder, "logs"));
      chmodSync(folder, 0o755);
      writeFileSync(
        join(folder, "nginx.conf"),
        `daemon off;\n${process.getuid?.() === 0 ? "user root;\n" : ""}pid ${join(folder, "pid")};\nerror_log ${join(folder, "logs/error")};\nevents {}\nhttp {\naccess_log off;\n${own}\ninclude /etc/nginx/mime.types;\n${recipe}\n}\n`,
      );
      return ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"];
    },
  });
