/**
 * On which page of a PDF each place stands that a link of the contents leads to, counted from 1. Chromium writes objects
 * in the open, and for the target of every link a destination by its name.
 */
export function pageOfNames(pdf: Buffer): Map<string, number> {
  const text = pdf.toString("latin1");
  const bodies = new Map<string, string>();
  for (const [, id = "", body = ""] of text.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b([\s\S]*?)\bendobj/g))
    bodies.set(id, body);
  const pages: string[] = [];
  const walk = (id: string): void => {
    const body = bodies.get(id) ?? "";
    const [, kids] = /\/Kids\s*\[([^\]]*)\]/.exec(body) ?? [];
    if (kids === undefined) pages.push(id);
    else for (const [, kid = ""] of kids.matchAll(/(\d+) 0 R/g)) walk(kid);
  };
  const [, catalogue = ""] = /\/Root (\d+) 0 R/.exec(text) ?? [];
  const [, root] = /\/Pages (\d+) 0 R/.exec(bodies.get(catalogue) ?? "") ?? [];
  if (root !== undefined) walk(root);
  const numbers = new Map(pages.map((id, at) => [id, at + 1]));
  const found = new Map<string, number>();
  for (const [, name = "", page = ""] of text.matchAll(/\/([\w.-]+)\s*\[\s*(\d+) 0 R\s*\/XYZ/g)) {
    const number = numbers.get(page);
    if (number !== undefined) found.set(name, number);
  }
  return found;
}

/** How many pages a PDF has. */
export const pageCount = (pdf: Buffer): number =>
  [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
