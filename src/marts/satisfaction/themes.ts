import {z} from "zod";
import {type WordOdds, weightedLogOdds} from "../../stats/comparisons/log-odds.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {limitColumns, limits} from "../shape/limits.js";
import {type Delivered, type DeriveInput, mart, table} from "../shape/table.js";
import {speaksOf, stem, type TermOptions, termsOf} from "./terms.js";

const openAnswers = mart("open_answers", {
  grain: ["response_id"],
  row: {
    response_id: text,
    rater_id: text,
    survey_date: text.nullable(),
    is_dissatisfied: z.boolean(),
    is_now: z.boolean(),
    verbatim: text,
  },
});
type Answer = Delivered<typeof openAnswers>;

const themeWords = mart("theme_words", {
  grain: ["kind", "word", "code"],
  row: {
    kind: z.enum(["stop", "synonym", "theme"]),
    word: text,
    code: text,
    label_zh: text,
    label_en: text,
    place: count,
  },
});
type Word = Delivered<typeof themeWords>;

const compared = z.enum(["tail", "month"]);

/** What customers write: words that tell the dissatisfied and this month apart, grouped to themes by a rule. */
export const themeTables = {
  open_words: table({
    from: openAnswers,
    grain: ["compared", "word"],
    row: {compared, word: text, theme: text, a: count, b: count, z: number, p_adjusted: number},
    derive: openWords,
  }),
  open_themes: table({
    from: openAnswers,
    grain: ["theme"],
    row: {
      theme: text,
      label_zh: text,
      label_en: text,
      place: count,
      customers: count.nullable(),
      answers: count,
      ...limitColumns("share"),
      ...limitColumns("dissatisfied"),
      now: count.nullable(),
      before: count.nullable(),
      now_answers: count,
      is_new: z.boolean(),
      quotes: text,
    },
    derive: openThemes,
  }),
  theme_words: table({
    from: themeWords,
    row: {kind: z.enum(["stop", "synonym", "theme"]), word: text, code: text},
    derive: (rows) => rows.map(({kind, word, code}) => ({kind, word, code})),
  }),
};

/** Fewer customers than this have no word told. */
const fewest = 10;
/** z from which a word tells groups apart. */
const clear = 2.6;

const optionsOf = (words: readonly Word[]): TermOptions => ({
  stop: new Set(words.filter(({kind}) => kind === "stop").map(({word}) => stem(word))),
  synonyms: new Map(words.flatMap(({kind, word, code}) => (kind === "synonym" ? [[stem(word), code] as const] : []))),
});

const themesOf = (words: readonly Word[]) =>
  [
    ...groupRows(
      words.filter(({kind}) => kind === "theme"),
      ({code}) => code,
    ),
  ].map(([theme, own]) => ({
    theme,
    label_zh: own[0]!.label_zh,
    label_en: own[0]!.label_en,
    place: own[0]!.place,
    words: own.map(({word}) => word),
  }));

/** Words of the dissatisfied beside the others, and of this month beside the months before; those that tell them apart. */
export function openWords(answers: readonly Answer[], {rows}: DeriveInput) {
  const words = rows(themeWords);
  const options = optionsOf(words);
  const themes = themesOf(words);
  const told = answers.map((answer) => ({answer, terms: termsOf(answer.verbatim, options)}));
  return compared.options.flatMap((each) => {
    const isA = ({is_dissatisfied, is_now}: Answer) => (each === "tail" ? is_dissatisfied : is_now);
    return distinguishing(told, isA).map(({word, a, b, z, p_adjusted}) => {
      const theme = themes.find((one) => one.words.some((known) => word.includes(known) || known.includes(word)));
      return {compared: each, word, theme: theme?.theme ?? "", a, b, z, p_adjusted};
    });
  });
}

/** Customers, not tokens: who uses a word ten times uses it once. */
function distinguishing(
  told: readonly {readonly answer: Answer; readonly terms: readonly string[]}[],
  isA: (answer: Answer) => boolean,
): WordOdds[] {
  const users = new Map<string, {readonly a: Set<string>; readonly b: Set<string>}>();
  for (const {answer, terms} of told)
    for (const term of terms) {
      const own = users.get(term) ?? {a: new Set(), b: new Set()};
      users.set(term, own);
      own[isA(answer) ? "a" : "b"].add(answer.rater_id);
    }
  const counts = [...users]
    .filter(([, {a, b}]) => new Set([...a, ...b]).size >= fewest)
    .map(([word, {a, b}]) => ({word, a: a.size, b: b.size}));
  if (counts.length < 2) return [];
  return weightedLogOdds(counts)
    .filter(({z, p_adjusted, a}) => z >= clear && p_adjusted < 0.05 && a >= fewest)
    .sort((one, other) => other.z - one.z || (one.word < other.word ? -1 : 1))
    .slice(0, 30);
}

/** Themes of the rule, and at most eight in all: how many speak of each, how satisfied, and whether it is new this month. */
export function openThemes(answers: readonly Answer[], input: DeriveInput) {
  const {rows, preset} = input;
  const words = rows(themeWords);
  const options = optionsOf(words);
  const raters = (of: readonly Answer[]) => new Set(of.map(({rater_id}) => rater_id)).size;
  const all = raters(answers);
  if (smallN({n: all}, {preset}).flag === "suppressed") return [];
  const fresh = openWords(answers, input).filter((word) => word.compared === "month");
  const named = answers.filter(({verbatim}) => themesOf(words).some((one) => speaksOf(verbatim, one.words, options)));
  // What is new and of no theme yet is told under its own word, unless who says it is told by a theme already.
  const isUnnamed = (word: string) => {
    const speaking = answers.filter(({verbatim}) => speaksOf(verbatim, [word], options));
    return raters(speaking.filter((answer) => named.includes(answer))) < raters(speaking) / 2;
  };
  const unnamed = fresh
    .filter(({theme, word}) => theme === "" && isUnnamed(word))
    .slice(0, 2)
    .map(({word}, at) => ({theme: word, label_zh: word, label_en: word, place: 100 + at, words: [word]}));
  return [...themesOf(words).slice(0, 8 - unnamed.length), ...unnamed].map(({words: own, ...theme}) => {
    const speaking = answers.filter(({verbatim}) => speaksOf(verbatim, own, options));
    const customers = raters(speaking);
    const isTold = smallN({n: customers}, {preset}).flag !== "suppressed";
    const now = speaking.filter(({is_now}) => is_now);
    const dissatisfied = raters(speaking.filter(({is_dissatisfied}) => is_dissatisfied));
    return {
      ...theme,
      answers: all,
      now_answers: raters(answers.filter(({is_now}) => is_now)),
      customers: isTold ? customers : null,
      ...limits("share", isTold ? wilsonInterval(customers, all) : undefined),
      ...limits("dissatisfied", isTold ? wilsonInterval(dissatisfied, customers) : undefined),
      now: isTold ? raters(now) : null,
      before: isTold ? raters(speaking.filter(({is_now}) => !is_now)) : null,
      is_new: isTold && fresh.some((word) => word.theme === theme.theme || word.word === theme.theme),
      quotes: isTold ? quotesOf(speaking) : "",
    };
  });
}

/** Three of their own texts: the newest, each wording once. */
const quotesOf = (answers: readonly Answer[]): string =>
  [
    ...new Set(
      [...answers]
        .sort(
          (a, b) =>
            (b.survey_date ?? "").localeCompare(a.survey_date ?? "", "en") || (a.response_id < b.response_id ? -1 : 1),
        )
        .map(({verbatim}) => verbatim.slice(0, 80)),
    ),
  ]
    .slice(0, 3)
    .join("\n");
