const segmenters = {
  zh: new Intl.Segmenter("zh", {granularity: "word"}),
};

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Words that tell nothing by themselves; reference/stop_words.csv adds to them. */
const stops: ReadonlySet<string> = new Set(
  (
    "的 了 是 我 你 他 她 们 我们 你们 也 都 就 还 很 在 和 与 或 但 不 没 没有 有 这 那 这个 那个 一个 上 下 又 再 会 要 能 可以 " +
    "把 被 给 对 到 从 等等 什么 怎么 啊 吧 呢 吗 哦 嗯 " +
    "the a an and or but of to in on at for with from is are was were be been am it its this that these those i you we they " +
    "he she my your our their me us them so as by not no do did does have has had will would can could just very"
  ).split(" "),
);

/** A word as it is counted: lower case, and in English without its ending. */
export function stem(word: string): string {
  const low = word.toLowerCase();
  if (isHan(low) || low.length < 4) return low;
  const root = low
    .replace(/'s$/, "")
    .replace(/(?:sses)$/, "ss")
    .replace(/ies$/, "y")
    .replace(/([^s])s$/, "$1");
  return root
    .replace(/(.{3,})(?:ing|edly|ed|ly)$/, "$1")
    .replace(/(.)\1$/, (pair) => (/ll|ss|ee|oo/.test(pair) ? pair : pair[0]!));
}

/** Chinese words that begin or end with one of these, or bear 了 inside, are pieces of a sentence and not a word of it. */
const isPiece = (term: string): boolean =>
  isHan(term) && /^[了的都没就很也还在太不着过]|[了的都没就很也还在太不着过]$|了/u.test(term);

export interface TermOptions {
  readonly stop: ReadonlySet<string>;
  /** A word, and what it is counted as. */
  readonly synonyms: ReadonlyMap<string, string>;
}

/**
 * The different words and phrases of a text: words of two characters or more, and two neighbours as a phrase. A Chinese
 * word that the segmenter does not know is put together from its characters this way. Each is given once.
 * @example termsOf("设备离线", {stop: new Set(), synonyms: new Map()}) // => ["设备", "设备离", "离线"]
 */
export function termsOf(text: string, {stop, synonyms}: TermOptions): string[] {
  const found = new Set<string>();
  // A phrase does not reach over a comma or a full stop.
  for (const clause of text.split(/[^\p{L}\p{N}'\s-]+/u)) {
    const words = [...segmenters.zh.segment(clause)]
      .filter(({isWordLike}) => isWordLike)
      .map(({segment}) => stem(segment))
      .filter((word) => !/^\d+$/.test(word));
    const isStop = (word: string) => stops.has(word) || stop.has(word);
    for (const [at, word] of words.entries()) {
      if (word.length > 1 && !isStop(word) && !isPiece(word)) found.add(synonyms.get(word) ?? word);
      const next = words[at + 1];
      if (next === undefined || isStop(word) || isStop(next)) continue;
      const phrase = isHan(word) && isHan(next) ? `${word}${next}` : `${word} ${next}`;
      if (!isPiece(phrase) && (!isHan(phrase) || phrase.length <= 4)) found.add(synonyms.get(phrase) ?? phrase);
    }
  }
  return [...found];
}

/** Whether a text speaks of a theme: one of its words stands in it. English words are compared by their stems. */
export function speaksOf(text: string, words: readonly string[], options: TermOptions): boolean {
  const terms = new Set(words.some((word) => !isHan(word)) ? termsOf(text, options) : []);
  return words.some((word) => (isHan(word) ? text.includes(word) : terms.has(word.split(" ").map(stem).join(" "))));
}
