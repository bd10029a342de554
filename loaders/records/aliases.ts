/** Something with names it goes by. */
export interface Named {
  readonly code: string;
  readonly aliases: readonly string[];
}

export interface Found {
  readonly code: string;
  /** The sentence around the name. */
  readonly words: string;
}

const segmenter = new Intl.Segmenter("zh", {granularity: "word"});

/**
 * Which of several names a text speaks of, each once: an alias counts where it begins and ends with a word, so that
 * "Delta" is not found in "deltas" nor 红枫 in 红枫叶, but in "Delta's"; a name inside another's longer one is not meant.
 * Letter case and full-width forms do not matter. Chinese words are cut by `Intl.Segmenter`.
 * @example findAliases("隔壁都换蓝鲸了，价格低", [{code: "RA", aliases: ["蓝鲸"]}]) // => [{code: "RA", words: "隔壁都换蓝鲸了"}]
 */
export function findAliases(
  text: string,
  names: readonly Named[],
  {
    isLoose = false,
  }: {
    /** parts of Chinese words count too (打八折 for 折); defaults to false */
    readonly isLoose?: boolean;
  } = {},
): Found[] {
  const shown = text.normalize("NFKC");
  const places = placesOf(shown.toLowerCase(), names, isLoose);
  const isInside = (one: Place) =>
    places.some(
      (other) =>
        other.code !== one.code && other.from <= one.from && other.to >= one.to && lengthOf(other) > lengthOf(one),
    );
  const meant = places.filter((place) => !isInside(place));
  return names.flatMap(({code}) => {
    const first = meant.find((place) => place.code === code);
    return first ? [{code, words: sentenceAt(shown, first.from)}] : [];
  });
}

interface Place {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

const lengthOf = ({from, to}: Place): number => to - from;

function placesOf(plain: string, names: readonly Named[], isLoose: boolean): Place[] {
  let edges: Set<number> | undefined;
  const isEdge = (at: number, own: string, next: string) => {
    // Letters and digits end where no more of them follow; what is Chinese is cut into words.
    if (/[a-z0-9]/.test(own)) return !/[a-z0-9]/.test(next);
    edges ??= new Set([...segmenter.segment(plain)].flatMap(({index, segment}) => [index, index + segment.length]));
    return edges.has(at);
  };
  const isWord = (from: number, to: number) =>
    isEdge(from, plain[from]!, plain[from - 1] ?? "") && isEdge(to, plain[to - 1]!, plain[to] ?? "");
  return names.flatMap(({code, aliases}) =>
    aliases.flatMap((alias) => {
      const name = alias.normalize("NFKC").toLowerCase();
      const isPart = isLoose && !/[a-z]/.test(name);
      const found: Place[] = [];
      for (let from = plain.indexOf(name); name && from >= 0; from = plain.indexOf(name, from + 1))
        if (isPart || isWord(from, from + name.length)) found.push({code, from, to: from + name.length});
      return found;
    }),
  );
}

/** From the last full stop or comma to the next: enough to hear what was offered. */
function sentenceAt(text: string, at: number): string {
  const stops = /[。；;！？!?\n]/;
  let [from, to] = [at, at];
  while (from > 0 && !stops.test(text[from - 1]!) && at - from < 60) from--;
  while (to < text.length && !stops.test(text[to]!) && to - at < 60) to++;
  return text.slice(from, to).trim();
}
