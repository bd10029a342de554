import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

const program = ["pdftoppm"].find((name) => spawnSync(name, ["-v"]).status === 0);

/** Why nothing can be rendered here, if so. */
export const withoutPoppler = program ? "" : "pdftoppm is not installed";

/** Margins of a page, in millimetres of its 297. */
const margin = {top: 16, bottom: 18, page: 297};

/** How full each page of a PDF is: where its last ink stands, as a share of the height between its margins. */
export function pageFill(pdf: Uint8Array): number[] {
  const folder = mkdtempSync(join(tmpdir(), "huisheng-pages-"));
  try {
    writeFileSync(join(folder, "book.pdf"), pdf);
    spawnSync(program!, ["-r", "20", "-gray", join(folder, "book.pdf"), join(folder, "page")]);
    const files = readdirSync(folder).filter((file) => file.endsWith(".pgm"));
    return files.sort().map((file) => filled(readFileSync(join(folder, file))));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function filled(picture: Buffer): number {
  const [head = "", width = "0", height = "0"] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(picture.toString("latin1")) ?? [];
  const [wide, high] = [Number(width), Number(height)];
  const row = (at: number) => picture.subarray(head.length + at * wide, head.length + (at + 1) * wide);
  const [top, bottom] = [margin.top, margin.page - margin.bottom].map((mm) =>
    Math.floor((high * mm) / margin.page),
  ) as [number, number];
  let last = bottom;
  while (last > top && Math.min(...row(last)) > 225) last--;
  return (last - top) / (bottom - top);
}
