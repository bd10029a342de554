import {createReadStream} from "node:fs";
import {readFile, realpath, stat} from "node:fs/promises";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import {extname, join, resolve, sep} from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".parquet": "application/vnd.apache.parquet",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

export interface ServedSite {
  /** e.g. "http://127.0.0.1:3000/" */
  readonly address: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** Defaults to 3000. */
  readonly port?: number;
  /** Answers a request itself and says so; defaults to none. */
  readonly before?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** What is sent for a page, given its text (undefined: there is no such page); defaults to the text. */
  readonly page?: (path: string, html: string | undefined) => string | undefined;
}

/**
 * Serves a folder to this machine only. Takes `port`, or the next free one after it.
 *
 * @example const {address, close} = await serveSite("dist", {port: 3000});
 */
export async function serveSite(
  folder: string,
  {port = 3000, before = () => false, page}: ServeOptions = {},
): Promise<ServedSite> {
  const root = await realpath(resolve(folder));
  const server = createServer((request, response) => {
    if (!before(request, response)) void answer(request, response, {root, page});
  });
  const taken = await listen(server, port);
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && port < 65535) done(listen(server, port + 1));
      else fail(error);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      done(typeof address === "object" && address ? address.port : port);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  {root, page}: {root: string; page: ServeOptions["page"]},
): Promise<void> {
  const url = request.url ?? "/";
  const file = request.method === "GET" || request.method === "HEAD" ? await findFile(url, root) : null;
  if (page && (file ? extname(file).toLowerCase() === ".html" : isPage(url))) {
    const html = page(url, file ? await readFile(file, "utf8") : undefined);
    if (html !== undefined) {
      response.writeHead(200, {"content-type": types[".html"]!, "cache-control": "no-cache"}).end(html);
      return;
    }
  }
  if (!file) {
    response.writeHead(404, {"content-type": "text/plain; charset=utf-8"}).end("404 没有这一页 · not found");
    return;
  }
  const type = types[extname(file).toLowerCase()] ?? "application/octet-stream";
  response.writeHead(200, {"content-type": type, "cache-control": "no-cache", "x-content-type-options": "nosniff"});
  if (request.method === "HEAD") response.end();
  else
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
}

const isPage = (url: string): boolean => /(^|\/|\.html)$/.test(url.split(/[?#]/)[0] ?? "");

/** The file behind an address, never outside the root, not even through a link. */
async function findFile(url: string, root: string): Promise<string | null> {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? "/");
    if (path.includes("\0")) return null;
    const wanted = join(root, path.endsWith("/") ? `${path}index.html` : path);
    const file = await realpath(wanted);
    return (file === root || file.startsWith(root + sep)) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}
