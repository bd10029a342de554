import {z} from "zod";
import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";

/** rules/themes.yaml: at most eight themes of what customers write, each with the words that speak of it. */
export const themeSchema = z
  .strictObject({
    themes: z
      .array(
        z.strictObject({
          theme: z.string().meta({zh: "主题代码", en: "code of the theme"}),
          label_zh: z.string().optional().meta({zh: "中文名", en: "its name in Chinese"}),
          label_en: z.string().optional().meta({zh: "英文名", en: "its name in English"}),
          words: z
            .array(z.string())
            .min(1)
            .meta({zh: "出现其中一个词就算说到", en: "words, one of which makes a text speak of it"}),
        }),
      )
      .max(8)
      .meta({zh: "一行一个主题，最多八个", en: "one line a theme, eight at most"}),
  })
  .meta({zh: "客户原话归成哪些主题", en: "the themes that customers' own words are grouped to"});

type Theme = z.infer<typeof themeSchema>["themes"][number];

/** Makes `ref_themes` (a word a row). */
export async function loadThemes(database: Database, themes: readonly Theme[]): Promise<void> {
  await createTable(database, {
    name: "ref_themes",
    columns: ["theme varchar", "label_zh varchar", "label_en varchar", "place integer", "word varchar"],
    rows: themes.flatMap(({theme, label_zh, label_en, words}, place) =>
      words.map((word) => [theme, label_zh ?? theme, label_en ?? theme, place, word]),
    ),
  });
}
