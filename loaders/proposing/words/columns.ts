import type {EntityName} from "../../mapping/entities/entities.js";
import {customerWords} from "./customers.js";
import {conceptsOf, foldWord, learn, readings} from "./phrase.js";
import {recordWords} from "./records.js";
import {serviceWords} from "./service.js";

/** Headers that mean a column, by entity and column: typical ones first, parted by |. */
export const words: Readonly<Partial<Record<EntityName, Readonly<Record<string, string>>>>> = {
  ...customerWords,
  ...serviceWords,
  ...recordWords,
};

/** Whose attributes an entity's columns are: "ticket status" is a ticket's status. */
const owners: Readonly<Partial<Record<EntityName, string>>> = {
  customers: "customer",
  contracts: "contract",
  tickets: "ticket",
  calls: "call",
  sessions: "session",
  surveys: "survey",
  orders: "order",
  returns: "return",
  visits: "visit",
  work_orders: "workorder",
  callbacks: "callback",
};

interface Word {
  readonly column: string;
  /** Place in the list: what stands first is the column most often. */
  readonly rank: number;
  readonly isHint: boolean;
  /** Only where no other column takes the header. */
  readonly isLast: boolean;
}

interface Index {
  readonly literal: ReadonlyMap<string, readonly Word[]>;
  readonly meant: ReadonlyMap<string, readonly Word[]>;
}

/** Concepts that alone say nothing of a column. */
const vague = new Set(["", "id", "when", "count", "month", "call", "order", "first", "updated"]);

const phrases = Object.values(words).flatMap((columns) => Object.values(columns).flatMap((list) => list.split("|")));
for (const phrase of phrases) learn(phrase);

/** Made when a header of an entity is first looked up: where a mapping fits its files nothing ever is. */
const indexes = new Map<EntityName, Index>();

function indexFor(entity: EntityName): Index | undefined {
  const columns = words[entity];
  if (columns && !indexes.has(entity)) indexes.set(entity, indexOf(columns));
  return indexes.get(entity);
}

function indexOf(columns: Readonly<Record<string, string>>): Index {
  const literal = new Map<string, Word[]>();
  const meant = new Map<string, Word[]>();
  const add = (map: Map<string, Word[]>, key: string, word: Word) => {
    const known = map.get(key) ?? [];
    if (!known.some(({column}) => column === word.column)) map.set(key, [...known, word]);
  };
  for (const [column, list] of Object.entries(columns))
    for (const [rank, text] of [
      ...(column === "contact_id" ? [] : [column.replaceAll("_", " ")]),
      ...list.split("|"),
    ].entries()) {
      const [isHint, isLast] = [text.endsWith("~"), text.endsWith("<")];
      const phrase = isHint || isLast ? text.slice(0, -1) : text;
      add(literal, foldWord(phrase), {column, rank, isHint, isLast});
      const meaning = conceptsOf(phrase);
      if (!vague.has(meaning)) add(meant, meaning, {column, rank, isHint, isLast});
    }
  return {literal, meant};
}

/** A column that a header may mean. */
export interface Meaning {
  readonly column: string;
  /** 0 … 1: how surely the name says so. */
  readonly confidence: number;
}

/**
 * The columns of an entity that a header may mean, by its name alone.
 * @example meaningsOf("tickets", "Date Opened") // [{column: "created_at", confidence: 0.95}]
 */
export function meaningsOf(entity: EntityName, header: string): Meaning[] {
  const index = indexFor(entity);
  if (!index) return [];
  const found = new Map<string, number>();
  for (const [place, text] of readings(header).entries())
    for (const {column, confidence} of look(index, {text, owner: owners[entity]})) {
      const sure = confidence - 0.01 * place;
      if (sure > (found.get(column) ?? 0)) found.set(column, sure);
    }
  return [...found].map(([column, confidence]) => ({column, confidence}));
}

function look(index: Index, {text, owner}: {text: string; owner: string | undefined}): Meaning[] {
  const sureness = ({rank, isHint, isLast}: Word, base: number) =>
    (isHint ? 0.6 : isLast ? Math.min(base, 0.85) : base) - 0.0005 * rank;
  const made = (list: readonly Word[] | undefined, base: number): Meaning[] =>
    (list ?? []).map((word) => ({column: word.column, confidence: sureness(word, base)}));
  const literal = made(index.literal.get(foldWord(text)), 0.99);
  if (literal.length > 0) return literal;
  const meaning = conceptsOf(text);
  const meant = made(index.meant.get(meaning), 0.95);
  if (meant.length > 0) return meant;
  const parts = meaning.split("+");
  const without = (...dropped: (string | undefined)[]) => parts.filter((part) => !dropped.includes(part)).join("+");
  // "created at" and "created" are one; so are "ticket status" and "status"
  for (const [dropped, base] of [
    [["when"], 0.93],
    [[owner], 0.92],
    [["when", owner], 0.9],
    [["name"], 0.88],
    [["id"], 0.86],
  ] as const) {
    const rest = without(...dropped);
    if (rest === "" || rest === meaning) continue;
    const found = made(index.meant.get(rest), base);
    if (found.length > 0) return found;
  }
  const dated = made(index.meant.get([...parts, "when"].sort().join("+")), 0.9);
  return dated;
}

/** Headers that say the opposite of the column: "SLA breached", "是否超时", "abandoned". */
export const isOpposite = (header: string): boolean =>
  /breach|violat|overdue|exceed|miss|abandon|late\b|超时|逾期|超期|违约|违反|放弃|呼损|未接/i.test(header);
