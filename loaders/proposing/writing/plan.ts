import type {Bilingual} from "../../../src/words/language.js";
import {columnsOf, type EntityName} from "../../mapping/entities/entities.js";
import type {ColumnProfile} from "../cells/profile.js";
import {type ProposedTable, sureEnough} from "../tables/shape.js";
import {itemOptions, type Options, optionsOf} from "./options.js";

/** One line of the mapping to be written. */
export interface PlannedColumn {
  readonly name: string;
  readonly ways: readonly Options[];
  readonly isSure: boolean;
  readonly notes: readonly Bilingual[];
  readonly confidence: number;
  readonly profile: ColumnProfile;
  readonly isPersonal: boolean;
  /** What a question asks. */
  readonly text?: string;
}

/** One table of the mapping to be written. */
export interface PlannedTable {
  readonly entity: EntityName;
  readonly files: readonly string[];
  /** How the file is read: sheet, header rows. */
  readonly reading: Options;
  readonly columns: readonly PlannedColumn[];
  readonly items: readonly PlannedColumn[];
  readonly constants: Readonly<Record<string, string>>;
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly fold?: {readonly by: string; readonly take: "first" | "last"};
  readonly notes: readonly Bilingual[];
  /** False: the whole table stands as a comment, with the reason in the notes. */
  readonly isSure: boolean;
}

/**
 * What a proposed table becomes in the mapping.
 * @param isMain whether the file is this first of all, or also
 */
export function planTable(
  table: ProposedTable,
  {files, reading, isMain}: {files: readonly string[]; reading: Options; isMain: boolean},
): PlannedTable {
  const {entity, columns, items, constants, where, fold, notes} = table;
  const plannedItems = items.map((item): PlannedColumn => {
    const {ways, notes: said} = itemOptions(item);
    return {
      name: item.code,
      ways,
      isSure: item.isSure,
      notes: item.isSure ? said : [...said, unsureScale(item.profile)],
      confidence: item.isSure ? 0.85 : 0.5,
      profile: item.profile,
      isPersonal: false,
      text: item.text,
    };
  });
  const planned = columns.map((column): PlannedColumn => {
    const {ways, notes: said} = optionsOf(entity, column);
    const {confidence, profile} = column;
    return {
      name: column.column,
      ways,
      isSure: confidence >= sureEnough && profile.filled > 0 && ways.length === 1,
      notes: said,
      confidence,
      profile,
      isPersonal: columnsOf(entity)[column.column]?.personal !== undefined || profile.personal !== undefined,
    };
  });
  return {
    entity,
    files,
    reading,
    columns: planned,
    items: plannedItems,
    constants,
    ...(where && {where}),
    ...(fold && {fold}),
    notes,
    // beside other records, answers without a score are no answers
    isSure:
      entity !== "surveys" ||
      isMain ||
      plannedItems.some(({isSure}) => isSure) ||
      planned.some(({name, isSure}) => name === "score" && isSure),
  };
}

const unsureScale = ({header, values}: ColumnProfile): Bilingual => ({
  zh: `“${header}”的取值是 ${values.join("、")}：分数从几到几、哪些是“不适用”看不出来，请改好 scale 和 na 再去掉行首的 #`,
  en: `"${header}" holds ${values.join(", ")}: what the scale is, and which of them mean "not applicable", cannot be seen; correct scale and na, then take away the #`,
});
