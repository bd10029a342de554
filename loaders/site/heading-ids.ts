import type {MarkdownIt} from "./content/markdown.js";

/** Ids for headings in any script (Framework's own keep Latin letters only); a number is added to a second like one. */
export function headingIdRule(md: MarkdownIt): void {
  md.core.ruler.before("anchor", "heading_ids", ({tokens}) => {
    const taken = new Set<string>();
    for (const [index, token] of tokens.entries()) {
      if (token.type !== "heading_open" || token.attrGet("id")) continue;
      const slug = headingId(tokens[index + 1]?.content ?? "");
      let id = slug;
      for (let count = 2; taken.has(id); count += 1) id = `${slug}-${count}`;
      taken.add(id);
      token.attrSet("id", id);
    }
  });
}

/** @example headingId("客户投诉 & 处理 (NPS)") // "客户投诉-处理-nps" */
export function headingId(text: string): string {
  const id = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  return id || "section";
}
