/** Excel keeps digits as text in `="00123"`; the quotes may have been doubled on the way. */
const wrapped = /^\s*="((?:[^"]|"")*)"\s*$/;

/** @example unwrapFormula('="00123"') // => "00123" */
export const unwrapFormula = (cell: string): string => {
  const inner = cell.includes('="') ? wrapped.exec(cell)?.[1] : undefined;
  return inner === undefined ? cell : inner.replaceAll('""', '"');
};
