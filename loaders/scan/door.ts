import {createHash} from "node:crypto";
import {DuckDBScalarFunction, VARCHAR} from "@duckdb/node-api";
import type {PersonalKindId} from "../../src/words/personal-kinds.js";
import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import {spellings} from "./personal/find.js";
import {hintSources} from "./personal/hint.js";
import {type KnownNames, knownNames} from "./personal/known-names.js";
import {masked, maskOf} from "./personal/mask.js";
import {isName} from "./personal/names.js";
import {fullName, given, surname} from "./personal/surnames.js";

/** The door of the database: texts pass it masked. */
export interface Door {
  /** A text as it may be shown. */
  readonly scrub: (text: string) => string;
  /** As `scrub`, but texts that differ stay different, so that what is counted by them does not change. */
  readonly hide: (text: string) => string;
  /** As `scrub`, and a cell that is nothing but what may be the name of a person is masked too. */
  readonly scrubCell: (text: string) => string;
  /** Whether there is anything in a text that would not pass as it stands. */
  readonly isPersonal: (text: string) => boolean;
  /** Names of persons to be found in texts from now on. */
  readonly learn: (names: Iterable<string>) => Promise<void>;
  /** Names that may be shown although a customer bears one of them: those of staff, and what the report calls things. */
  readonly exempt: (names: Iterable<string>) => void;
  /** What `may_be_personal` looks for, for an engine elsewhere: expressions (RE2), each for texts of so many bytes. */
  readonly hints: () => readonly {readonly bytes: number; readonly pattern: string}[];
  /** The names learnt that may stand nowhere. */
  readonly hiddenNames: () => readonly string[];
  /** Runs what reads records; the pieces masked in it are counted by place and kind, but where it says that it is no good. */
  readonly counted: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly count: (place: string, what: {kind: PersonalKindId; pieces: number}) => void;
  readonly counts: readonly {readonly place: string; readonly kind: PersonalKindId; readonly pieces: number}[];
}

/** Bytes that a text must have to be looked at: a name of two signs has six. */
const shortest = 6;

/**
 * Makes the SQL macros `scrub(value)`, `hide(value)`, `scrub_firm(value)` and `scrub_cell(value)`, and what the reading of records asks:
 * most texts pass `may_be_personal(value)`, two regular expressions; what these stop is masked in JavaScript by the rules
 * of `findPersonal`. To make the expressions ready takes a query as long as JavaScript takes for a thousand rows: of so
 * few, and of the few texts that `scrub` and `hide` are for, each that `is_searchable(value)` goes there at once.
 *
 * @param key a text that nobody outside has; asked for when the first text is hidden
 */
export async function openDoor(database: Database, {key}: {key: () => string}): Promise<Door> {
  const names = new Set<string>();
  const exempted = new Set<string>();
  const counts = new Map<string, number>();
  let known: KnownNames = knownNames([]);
  let isCounting = false;
  let secret: string | undefined;

  const count = (place: string, {kind, pieces = 1}: {kind: PersonalKindId; pieces?: number}): void => {
    if (place !== "" && pieces > 0) counts.set(`${place} ${kind}`, (counts.get(`${place} ${kind}`) ?? 0) + pieces);
  };
  /** Texts that stand in many rows are judged once; none of them holds anything personal. */
  const harmless = new Set<string>();
  const scrubOne = (text: string, place: string, find = known.find): string => {
    if (harmless.has(text)) return text;
    const {text: shown, found} = masked(text, find);
    if (found.length === 0 && text.length < 100 && find === known.find) {
      if (harmless.size >= 50_000) harmless.clear();
      harmless.add(text);
    }
    if (isCounting) for (const {kind} of found) count(place, {kind});
    return shown;
  };
  /** Each of the texts that it is glued of, then the whole: what stands before a number may hide it. */
  const scrubAt = (text: string, place: string, {glued = "", find = known.find} = {}): string => {
    if (glued === "") return scrubOne(text, place, find);
    const parts = glued.split(unitSeparator).filter((part) => part !== "" && text.includes(part));
    return scrubOne(
      parts.reduce((all, part) => all.replaceAll(part, () => scrubOne(part, place, find)), text),
      place,
      find,
    );
  };
  const coded = (text: string, shown: string): string => {
    if (shown === text) return text;
    secret ??= key();
    return `${shown}#${codeOf(text, secret)}`;
  };
  const hideAt = (text: string, place: string, glued = ""): string => coded(text, scrubAt(text, place, {glued}));
  /** Those who serve may bear the name of a customer. */
  const hideStaff = (text: string, place: string, glued: string): string =>
    coded(text, scrubAt(text, place, {glued, find: () => []}));
  const scrubCell = (text: string): string => (bareName.test(text.trim()) ? `${text.trim()[0]}**` : scrubAt(text, ""));

  /** A text that is personal whatever it says. */
  const hideWhole = (text: string, kind: string, place: string): string => {
    if (isCounting) count(place, {kind: kind as PersonalKindId});
    return coded(text, maskOf(kind as PersonalKindId, text));
  };
  /** The name of a firm, in which those of its owner or contact may stand. */
  const scrubFirm = (text: string): string => {
    const shown = scrubAt(text, "");
    return shown.replace(inBrackets, (all, open, name) =>
      isName(name) ? `${open}${maskOf("person_name", name)}` : all,
    );
  };

  register(database, "scrub_text", (text, place, glued) => scrubAt(text, place, {glued}));
  register(database, "hide_text", (text, place, glued) => hideAt(text, place, glued));
  register(database, "hide_staff_text", hideStaff);
  register(database, "scrub_cell_text", scrubCell);
  register(database, "scrub_firm_text", scrubFirm);
  register(database, "hide_whole", hideWhole);
  await makeMacros(database, undefined);
  return {
    scrub: (text) => scrubAt(text, ""),
    hide: (text) => hideAt(text, ""),
    scrubCell,
    isPersonal: (text) => Buffer.byteLength(text) >= shortest && masked(text, known.find).found.length > 0,
    exempt(some) {
      for (const name of some) exempted.add(name);
    },
    hints() {
      const {digits, words} = hintSources(spellings);
      const short = [...(known.hint === undefined ? [] : [known.hint]), words];
      return [...short.map((pattern) => ({bytes: shortest, pattern})), {bytes: 10, pattern: digits}];
    },
    hiddenNames: () => [...names].filter((name) => !exempted.has(name)),
    async learn(more) {
      for (const name of more) names.add(name);
      harmless.clear();
      known = knownNames(names);
      await makeMacros(database, known.hint);
    },
    async counted(work) {
      isCounting = true;
      const before = [...counts];
      try {
        const result = await work();
        if (result === false) {
          counts.clear();
          for (const [name, pieces] of before) counts.set(name, pieces);
        }
        return result;
      } finally {
        isCounting = false;
      }
    },
    count,
    get counts() {
      return [...counts]
        .map(([name, pieces]) => {
          const at = name.lastIndexOf(" ");
          return {place: name.slice(0, at), kind: name.slice(at + 1) as PersonalKindId, pieces};
        })
        .sort((a, b) => (`${a.place} ${a.kind}` < `${b.place} ${b.kind}` ? -1 : 1));
    },
  };
}

const inBrackets = new RegExp(`([(（])(${surname}[${given}]{1,2})(?=[)）])`, "gu");
const bareName = new RegExp(`^${surname}\\p{Script=Han}{1,3}$`, "u");

/** Between the texts that a mapping glued together. */
const unitSeparator = "\u001e";

/** Ten letters without digits or vowels: no number, no word. */
function codeOf(text: string, key: string): string {
  const hex = createHash("sha256").update(`${key}:${text}`).digest("hex");
  return hex.slice(0, 10).replace(/./g, (digit) => letters[Number.parseInt(digit, 16)]!);
}

const letters = "bcdfghjklmnpqrst";

/** A scalar function of one to three texts. */
type Shown = (text: string, second: string, third: string) => string;

function register(database: Database, name: string, shown: Shown): void {
  database.connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name,
      returnType: VARCHAR,
      parameterTypes: Array.from({length: shown.length}, () => VARCHAR),
      volatile: true, // counts what it masks
      mainFunction: (_, chunk, output) => {
        const [texts, ...more] = Array.from({length: shown.length}, (_, column) => chunk.getColumnVector(column));
        for (let row = 0; row < chunk.rowCount; row++) {
          const text = texts!.getItem(row);
          const [second = "", third = ""] = more.map((vector) => String(vector.getItem(row)));
          output.setItem(row, typeof text === "string" ? shown(text, second, third) : null);
        }
        output.flush();
      },
    }),
  );
}

async function makeMacros(database: Database, names: string | undefined): Promise<void> {
  const {digits, words} = hintSources(spellings);
  await database.run(`
    create or replace macro may_be_personal(value) as case
      when value is null or strlen(value) < ${shortest} then false
      ${names === undefined ? "" : `when regexp_matches(value, ${literal(names)}) then true`}
      when regexp_matches(value, ${literal(words)}) then true
      when strlen(value) < 10 then false
      else regexp_matches(value, ${literal(digits)})
    end;
    create or replace macro is_searchable(value) as coalesce(strlen(value) >= ${shortest}, false);
    create or replace macro scrub(value) as
      case when is_searchable(value) then scrub_text(value, '', '') else value end;
    create or replace macro hide(value) as
      case when is_searchable(value) then hide_text(value, '', '') else value end;
    create or replace macro scrub_firm(value) as
      case when may_be_personal(value) or regexp_matches(value, '[(（]') then scrub_firm_text(value) else value end;
    create or replace macro is_full_name(value) as regexp_full_match(value, ${literal(fullName)});
    create or replace macro scrub_cell(value) as scrub_cell_text(value);`);
}
