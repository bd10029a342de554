import type {Audience} from "../../report/audiences.js";
import type {ReportFolder} from "../../report/folder.js";

/** The report as an audience is shown it: the name of the company says whose records it holds; lists where it may see them. */
export function folderFor(folder: ReportFolder, {label, ...may}: Audience): ReportFolder {
  const {company, lists, accounts} = folder.settings;
  const named = {zh: `${company.zh} · ${label.zh}`, en: `${company.en} · ${label.en}`};
  const seen = {lists: may.lists ?? lists, accounts: may.accounts ?? accounts};
  return {...folder, settings: {...folder.settings, ...seen, company: named, audiences: {}}};
}
