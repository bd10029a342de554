/** The part of markdown-it that the rules here use; Framework brings the library itself. */
export interface MarkdownIt {
  readonly block: {readonly ruler: Ruler<BlockRule>};
  readonly core: {readonly ruler: Ruler<(state: CoreState) => void>};
  readonly renderer: {readonly rules: Record<string, (tokens: readonly Token[], index: number) => string>};
}

interface Ruler<Rule> {
  before(next: string, name: string, rule: Rule, options?: {alt: readonly string[]}): void;
  push(name: string, rule: Rule): void;
}

type BlockRule = (state: BlockState, line: number, end: number, silent: boolean) => boolean;

interface BlockState {
  readonly src: string;
  readonly bMarks: readonly number[];
  readonly eMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly env: {readonly path?: string};
  readonly tokens: readonly Token[];
  line: number;
  push(type: string, tag: string, nesting: number): Token;
}

interface CoreState {
  readonly tokens: readonly Token[];
}

export interface Token {
  readonly type: string;
  readonly tag: string;
  content: string;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}
