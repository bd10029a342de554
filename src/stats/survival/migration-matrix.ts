import {chiSquareUpper} from "../numbers/distributions.js";
import {type Matrix, solveLinear} from "../numbers/linear-algebra.js";

interface Test {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
}

export interface Migration {
  /** are moves up and down between each pair of tiers balanced (Bowker 1948) */
  readonly bowker: Test;
  /** did the mix of tiers shift (Stuart 1955, Maxwell 1970); NaN where tiers are empty on both sides */
  readonly stuart_maxwell: Test;
  /** 0: nobody moves, 1: as if dealt out anew (Shorrocks 1978) */
  readonly mobility: number;
  readonly up: number;
  readonly down: number;
  readonly stayed: number;
}

/**
 * Moves between k tiers: rows before, columns after, same customers. New and lost customers are shown beside it, not in
 * it. After a purchase peak some fall back by themselves (regression to the mean).
 * @example migrationMatrix([[20, 10, 5], [3, 30, 15], [0, 5, 40]]) // => {bowker: {chi2: 13.7692308, df: 3, p: 0.0032377}, up: 30, down: 8, stayed: 90}
 */
export function migrationMatrix(counts: Matrix): Migration {
  const k = counts.length;
  const pairs = counts.flatMap((row, i) =>
    row.flatMap((value, j) => (j > i ? [{up: value, down: counts[j]![i]!}] : [])),
  );
  const bowker = pairs.reduce((sum, {up, down}) => (up + down > 0 ? sum + (up - down) ** 2 / (up + down) : sum), 0);
  const rows = counts.map((row) => row.reduce((sum, value) => sum + value, 0));
  const shares = counts.map((row, i) => row[i]! / rows[i]!).filter((share) => !Number.isNaN(share));
  const trace = shares.reduce((sum, share) => sum + share, 0);
  return {
    bowker: testOf(bowker, (k * (k - 1)) / 2),
    stuart_maxwell: testOf(stuartMaxwell(counts, rows), k - 1),
    mobility: (shares.length - trace) / (shares.length - 1),
    up: pairs.reduce((sum, pair) => sum + pair.up, 0),
    down: pairs.reduce((sum, pair) => sum + pair.down, 0),
    stayed: counts.reduce((sum, row, i) => sum + row[i]!, 0),
  };
}

function stuartMaxwell(counts: Matrix, rows: readonly number[]): number {
  const columns = counts.map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  const gap = rows.map((value, i) => value - columns[i]!).slice(0, -1);
  const variance = gap.map((_, i) =>
    gap.map((__, j) => (i === j ? rows[i]! + columns[i]! - 2 * counts[i]![i]! : -(counts[i]![j]! + counts[j]![i]!))),
  );
  try {
    return solveLinear(variance, gap).reduce((sum, value, i) => sum + value * gap[i]!, 0);
  } catch {
    return Number.NaN;
  }
}

function testOf(chi2: number, df: number): Test {
  return {chi2, df, p: Number.isNaN(chi2) ? Number.NaN : chiSquareUpper(chi2, df)};
}
