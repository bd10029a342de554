import type {OpenedCopy} from "./locked.js";

/** What a link or a script asks for, as a path of the site; undefined where it lies elsewhere. */
function pathIn(root: string, address: string): string | undefined {
  const url = new URL(address, document.baseURI).href.replace(/[?#].*$/, "");
  return url.startsWith(root) ? decodeURIComponent(url.slice(root.length)) : undefined;
}

/** Pages open by themselves, scripts and styles lie open. */
const isOpen = (path: string): boolean => /(^$|\/$|\.html$|\.js$|\.css$|\.wasm$)/.test(path);

/** Lets an opened page ask for files of the site as if they lay there: by script, and by links that save them. */
export function serveLocked(
  copy: OpenedCopy,
  {root}: {/** Address of the site, ending in a slash. */ root: string},
): void {
  const ask = window.fetch.bind(window);
  const unlocked = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const response = await ask(`${root}locked/${copy.nameOf(path)}.bin`);
    if (!response.ok) throw new Error(String(response.status));
    return new Uint8Array(copy.open(path, new Uint8Array(await response.arrayBuffer())));
  };
  window.fetch = async (input, options) => {
    const path = pathIn(root, input instanceof Request ? input.url : String(input));
    if (path === undefined || isOpen(path)) return ask(input, options);
    const type = path.endsWith(".json") ? "application/json" : "application/octet-stream";
    return new Response(await unlocked(path), {headers: {"content-type": type}});
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    const path = link ? pathIn(root, link.href) : undefined;
    if (!link || path === undefined || isOpen(path)) return;
    event.preventDefault();
    unlocked(path).then(
      (bytes) => save(bytes, path.slice(path.lastIndexOf("/") + 1)),
      () => sayUnreachable(link),
    );
  });
}

function save(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A page that was opened from a disk may not read the files beside it. */
function sayUnreachable(link: HTMLAnchorElement): void {
  const text = document.createElement("span");
  text.setAttribute("role", "alert");
  text.textContent = document.documentElement.lang.startsWith("zh")
    ? " 读不到这个文件：请从服务器打开报告。"
    : " This file cannot be read: open the report from a server.";
  if (link.nextElementSibling?.getAttribute("role") !== "alert") link.after(text);
}
