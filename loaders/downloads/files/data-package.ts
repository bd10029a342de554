import type {FigureTable} from "../../../src/figures/figure.js";
import type {Language} from "../../../src/words/language.js";
import {type DownloadInput, monthEnd} from "../contents/input.js";

export interface PackageResource {
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly title?: string;
  readonly language?: Language;
  readonly table?: FigureTable;
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  svg: "image/svg+xml",
  png: "image/png",
  html: "text/html",
};

const resourceName = (file: string): string => file.toLowerCase().replace(/[^a-z0-9._/-]+/g, "-");

/** `datapackage.json` as Frictionless Data describes it: every file with size, hash, and fields where it is a table. */
export const dataPackage = ({report, sources}: DownloadInput, resources: readonly PackageResource[]): string => {
  const described = resources.map(({file, bytes, hash, title, language, table}) => {
    const format = file.split(".").at(-1) ?? "";
    const base = {
      name: resourceName(file),
      path: file,
      ...(title && {title}),
      format,
      mediatype: mediaTypes[format],
      bytes,
      hash: `sha256:${hash}`,
      ...(language && {language}),
    };
    return table
      ? {
          ...base,
          profile: "tabular-data-resource",
          encoding: "utf-8",
          dialect: {delimiter: ",", lineTerminator: "\r\n"},
          schema: schema(table),
        }
      : base;
  });
  const content = {
    profile: "data-package",
    name: `customer-service-report-${report.month}`,
    title: report.company.en,
    created: `${monthEnd(report.month)}T00:00:00Z`,
    sources: sources.map(({file, sha256}) => ({
      title: file.split(/[\\/]/).at(-1),
      path: file,
      hash: `sha256:${sha256}`,
    })),
    resources: described,
  };
  return `${JSON.stringify(content, null, 1)}\n`;
};

/** Types of what is not measured. */
const fieldTypes: Readonly<Record<string, string>> = {
  text: "string",
  date: "date",
  month: "yearmonth",
  id: "integer",
};

const schema = ({columns}: FigureTable) => ({
  fields: columns.map(({id, label, unit}) => ({
    name: label,
    title: id,
    ...(unit in fieldTypes ? {type: fieldTypes[unit]} : {type: "number", unit}),
  })),
  missingValues: [""],
});
