/** A stratum of the next survey wave: customers, spread of their scores, mean revenue. */
export interface AllocationStratum {
  readonly population: number;
  readonly sd: number;
  readonly mean_value: number;
}

export interface Allocation {
  readonly proportional: readonly number[];
  /** Neyman: N_h S_h */
  readonly neyman: readonly number[];
  /** N_h R_h S_h */
  readonly value_aware: readonly number[];
  /** Bankier, power 1/2: sqrt(N_h R_h) S_h */
  readonly bankier: readonly number[];
}

/**
 * Who to ask next: n interviews spread over strata in four ways, each capped at the stratum (take-all) with the rest
 * given to the others; whole numbers that add up to n. Neyman, JRSS 1934; Bankier, The American Statistician 1988.
 * @example allocation([{population: 20, sd: 0.5, mean_value: 100}, {population: 980, sd: 0.3, mean_value: 1}], 100).value_aware // => [20, 80]
 */
export function allocation(strata: readonly AllocationStratum[], n: number): Allocation {
  const by = (size: (stratum: AllocationStratum) => number) => spread(strata, strata.map(size), {n});
  return {
    proportional: by(({population}) => population),
    neyman: by(({population, sd}) => population * sd),
    value_aware: by(({population, sd, mean_value}) => population * mean_value * sd),
    bankier: by(({population, sd, mean_value}) => Math.sqrt(population * mean_value) * sd),
  };
}

function spread(strata: readonly AllocationStratum[], sizes: readonly number[], {n}: {n: number}): number[] {
  const caps = strata.map(({population}) => population);
  const exact = caps.map(() => 0);
  let open = sizes.flatMap((size, i) => (size > 0 ? [i] : []));
  for (
    let left = Math.min(
      n,
      open.reduce((sum, i) => sum + caps[i]!, 0),
    );
    left > 1e-9 && open.length > 0;
  ) {
    const size = open.reduce((sum, i) => sum + sizes[i]!, 0);
    const full = open.filter((i) => (left * sizes[i]!) / size >= caps[i]!);
    for (const i of full.length > 0 ? full : open) exact[i] = full.length > 0 ? caps[i]! : (left * sizes[i]!) / size;
    if (full.length === 0) break;
    left -= full.reduce((sum, i) => sum + caps[i]!, 0);
    open = open.filter((i) => !full.includes(i));
  }
  return largestRemainder(exact, caps);
}

function largestRemainder(exact: readonly number[], caps: readonly number[]): number[] {
  const whole = exact.map((value) => Math.floor(value + 1e-9));
  let left = Math.round(exact.reduce((sum, value) => sum + value, 0)) - whole.reduce((sum, value) => sum + value, 0);
  const order = exact.map((value, i) => ({i, rest: value - whole[i]!})).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const {i} of order) {
    if (left > 0 && whole[i]! < caps[i]!) {
      whole[i]! += 1;
      left -= 1;
    }
  }
  return whole;
}
