/** A place that search can lead to. */
export interface Entry {
  readonly href: string;
  readonly title: string;
  readonly page?: string;
  readonly text: string;
  /** Words that lead here though they stand nowhere on the page: names in the other language. */
  readonly keys?: string;
  /** What its page answers with: before what is folded there. */
  readonly front?: boolean;
  /** Lists of files: never before anything else. */
  readonly last?: boolean;
}

/** What is searched: places, and words that mean the same. */
export interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly alike: readonly (readonly string[])[];
}

const normal = (text: string): string => text.normalize("NFKC").toLowerCase();
const han = /[\u3400-\u9fff]/;

/** An English word without its ending: "refunds", "refunded" and "refunding" are "refund". */
export function stem(word: string): string {
  if (word.length < 5 || han.test(word)) return word;
  return word
    .replace(/'s$/, "")
    .replace(/ies$/, "y")
    .replace(/(sses|shes|ches|xes)$/, (ending) => ending.slice(0, -2))
    .replace(/([^s])s$/, "$1")
    .replace(/(ing|ed)$/, "");
}

/** What is typed as terms: English words by their stems, Chinese runs as they are. */
export function termsOf(query: string): string[] {
  const found = normal(query).match(/[\u3400-\u9fff]+|[a-z0-9][a-z0-9'.-]*/g) ?? [];
  return found.map((word) => stem(word));
}

/**
 * Places that hold what was typed, best first: in the title before the text, figures before pages, those
 * that a page answers with before those folded there, lists of files last.
 * A Chinese run is found inside words, and by its parts where it stands nowhere whole; a word by all that mean the same.
 */
export function rank({entries, alike}: SearchIndex, query: string): Entry[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const wanted = terms.map((term) => ({term, others: othersOf(term, alike)}));
  const scored = entries.map((entry) => {
    const fields = [normal(entry.title), normal(entry.keys ?? ""), normal(entry.text)] as const;
    const points = wanted.map((each) =>
      Math.max(match(each.term, fields), 0.6 * Math.max(0, ...each.others.map((other) => match(other, fields)))),
    );
    const isWhole = points.every((point) => point > 0);
    const sum =
      points.reduce((total, point) => total + point, 0) +
      (points.some((point) => point > 0) ? (entry.page === undefined ? 0 : 1) + (entry.front ? 2.5 : 0) : 0);
    return {entry, sum, isWhole};
  });
  const whole = scored.filter(({isWhole}) => isWhole);
  const kept = whole.length > 0 ? whole : scored.filter(({sum}) => sum > 0);
  return kept
    .sort((one, other) => Number(one.entry.last ?? false) - Number(other.entry.last ?? false) || other.sum - one.sum)
    .map(({entry}) => entry);
}

/** Weights of title, keys and text. */
const weights = [6, 5, 2] as const;

function match(term: string, fields: readonly [string, string, string]): number {
  let best = 0;
  fields.forEach((field, at) => {
    const weight = weights[at] ?? 1;
    if (field.includes(term)) best = Math.max(best, weight + (field.startsWith(term) ? 1 : 0));
    else if (han.test(term) && term.length > 2) best = Math.max(best, 0.8 * weight * pairs(term, field));
  });
  return best;
}

/** The share of neighbouring characters that a text holds, from half of them on: 流失原因 in 流失 207 户中 130 户说了原因. */
function pairs(term: string, field: string): number {
  const all = Array.from({length: term.length - 1}, (_, at) => term.slice(at, at + 2));
  const share = all.filter((pair) => field.includes(pair)).length / all.length;
  return share >= 0.5 ? share : 0;
}

/** Words that mean what a term means; those inside a Chinese run lead there too. */
function othersOf(term: string, alike: SearchIndex["alike"]): string[] {
  const groups = alike.filter((group) => group.some((word) => isSame(normal(word), term)));
  return [...new Set(groups.flatMap((group) => group.map((word) => stem(normal(word)))))].filter(
    (word) => word !== term,
  );
}

const isSame = (word: string, term: string): boolean => (han.test(word) ? word === term : stem(word) === term);
