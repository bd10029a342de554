import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "yaml";
import type {Language} from "../../../src/words/language.js";

/** A page as the navigation shows it. */
export interface Page {
  /** Without extension, e.g. "/zh/complaints". */
  readonly path: string;
  readonly title: string;
  /** Heading it stands under in the navigation; "" for none. */
  readonly section: string;
  readonly order: number;
}

/**
 * The pages of a language in the order of the navigation. Front matter, all optional: `nav` (short name; defaults to the
 * title), `section`, `order` (a number; defaults to 1000), `hidden: true` for pages reached by links only.
 */
export function listPages(root: string, language: Language): Page[] {
  const folder = join(root, language);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), "utf8");
      const matter = frontMatter(source);
      if (matter.hidden === true || matter.draft === true) return [];
      const title = String(matter.nav ?? matter.title ?? /^# +(.+)$/m.exec(source)?.[1] ?? file.replace(/\.md$/, ""));
      return [
        {
          path: `/${language}/${file.replace(/\.md$/, "")}`,
          title,
          section: String(matter.section ?? ""),
          order: Number(matter.order ?? 1000),
        },
      ];
    })
    .sort((one, other) => one.order - other.order || (one.path < other.path ? -1 : 1));
}

function frontMatter(source: string): Record<string, unknown> {
  const [, matter] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source) ?? [];
  try {
    return (matter ? (parse(matter) as Record<string, unknown> | null) : null) ?? {};
  } catch {
    // Framework reports unreadable front matter itself.
    return {};
  }
}
