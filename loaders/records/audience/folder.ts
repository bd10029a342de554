import type {Audience} from "../../report/audiences.js";
import type {ReportFolder} from "../../report/folder.js";

/** The report as an audience is shown it: the name of the company says whose records it holds. */
export function folderFor(folder: ReportFolder, {label}: Audience): ReportFolder {
  const {company} = folder.settings;
  const named = {zh: `${company.zh} · ${label.zh}`, en: `${company.en} · ${label.en}`};
  return {...folder, settings: {...folder.settings, company: named, audiences: {}}};
}
