import type {ReportView} from "../../facts/view.js";
import {say} from "../../words/say.js";
import type {Figure} from "../figure.js";
import {column, tableFigure} from "../forms/table.js";

const kinds = {
  export: {
    zh: ["导出文件没有映射，未读取", "运行 npm run map 提出映射，或移走文件"],
    en: ["Export without a mapping, not read", "run npm run map to have one proposed, or remove the file"],
  },
  reference: {
    zh: ["对照表没有用到", "改成被用到的名字，如 dim_class 的标签放 reference/classes.csv，或移走文件"],
    en: ["Labels that nothing uses", "rename it, e.g. reference/classes.csv for labels of dim_class, or remove it"],
  },
} as const;

/** Files that are there and that nothing reads. */
export function unreadFiles(view: ReportView): Figure {
  const rows = view.rows("unread_files");
  return tableFigure(view, {
    id: "unread-files",
    title:
      rows.length === 0
        ? say(view, {zh: "文件夹里的文件都已读取", en: "Every file of the folder is read"})
        : say(view, {
            zh: `${rows.length} 个文件没有用到`,
            en: `${rows.length} ${rows.length === 1 ? "file is" : "files are"} not used`,
          }),
    subtitle: say(view, {zh: "没有映射的导出，没有用到的对照表", en: "Exports without a mapping, labels of nothing"}),
    columns: [
      column("file", say(view, {zh: "文件", en: "File"})),
      column("kind", say(view, {zh: "为什么", en: "Why"})),
      column("fix", say(view, {zh: "怎么办", en: "What to do"})),
    ],
    rows: rows.map(({kind, file}) => [file, ...kinds[kind][view.language]]),
    n: rows.length,
    marts: ["unread_files"],
  });
}
