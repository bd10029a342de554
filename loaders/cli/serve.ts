import {readFile, realpath, stat} from "node:fs/promises";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import {extname, join, relative, resolve, sep} from "node:path";
import send from "send";

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
 * Serves a folder to this machine only, whatever name a page elsewhere gives it. Takes `port`, or the next free one after
 * it. Files are sent by `send`: types, ranges, validators, no hidden files, nothing left open when a reader goes away.
 *
 * @example const {address, close} = await serveSite("dist", {port: 3000});
 */
export async function serveSite(
  folder: string,
  {port = 3000, before = () => false, page}: ServeOptions = {},
): Promise<ServedSite> {
  const root = await realpath(resolve(folder));
  const server = createServer((request, response) => {
    if (!isOwnHost(request)) refuse(response, 403);
    else if (!before(request, response))
      answer(request, response, {root, page}).catch(() => {
        if (response.headersSent) response.destroy();
        else refuse(response, 404);
      });
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

/** A page elsewhere may have its own name lead to this machine; it still sends that name. */
const isOwnHost = ({headers: {host = ""}}: IncomingMessage): boolean =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host);

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  {root, page}: {root: string; page: ServeOptions["page"]},
): Promise<void> {
  const url = request.url ?? "/";
  const file = request.method === "GET" || request.method === "HEAD" ? await findFile(url, root) : null;
  response.setHeader("cache-control", "no-cache");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  const isHtml = file !== null && extname(file).toLowerCase() === ".html";
  const html = isHtml ? await readFile(file, "utf8") : undefined;
  if (html !== undefined) response.setHeader("content-security-policy", policyOf(html));
  // A picture opened by itself is a page, too.
  if (file?.toLowerCase().endsWith(".svg")) response.setHeader("content-security-policy", pictures);
  const made = page && (isHtml || (!file && isPage(url))) ? page(url, html) : undefined;
  if (made !== undefined) {
    response.writeHead(200, {"content-type": "text/html; charset=utf-8"}).end(made);
    return;
  }
  if (!file) return refuse(response, 404);
  const path = relative(root, file).split(sep).map(encodeURIComponent).join("/");
  send(request, `/${path}`, {root, dotfiles: "ignore", index: false, cacheControl: false})
    .on("error", ({status = 404}: {status?: number}) => refuse(response, status))
    .on("directory", () => refuse(response, 404))
    .pipe(response);
}

const pictures = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/** What the page says of itself, and that no other page shows it in a frame. */
function policyOf(html: string): string {
  const [, own] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(html.slice(0, 10_000)) ?? [];
  return `${own ? `${own}; ` : ""}frame-ancestors 'none'`;
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  const [zh, en] = status === 403 ? ["只回答本机地址", "only this machine's own address is answered"] : notFound;
  response.writeHead(status, {"content-type": "text/plain; charset=utf-8"}).end(`${status} ${zh} · ${en}`);
}

const notFound = ["没有这一页", "not found"] as const;

const isPage = (url: string): boolean => /(^|\/|\.html)$/.test(url.split(/[?#]/)[0] ?? "");

/** The file behind an address, never outside the root, not even through a link, and no hidden one. */
async function findFile(url: string, root: string): Promise<string | null> {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? "/");
    if (path.includes("\0") || /(?:^|[\\/])\./.test(path)) return null;
    const wanted = join(root, path.endsWith("/") ? `${path}index.html` : path);
    const file = await realpath(wanted);
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}
