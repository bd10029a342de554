export interface Concentration {
  readonly gini: number;
  /** sum of squared shares, and its inverse: as many equal customers would be as concentrated */
  readonly hhi: number;
  readonly effective_number: number;
  /** A: the smallest set with 80 % of the value, equal values included; B: to 95 %; C: the rest */
  readonly classes: readonly ("A" | "B" | "C")[];
  /** share of customers in A; "80/20" is printed as found */
  readonly a_share: number;
  /** customers above 5 % of the whole */
  readonly risk_accounts: number;
  /** Lorenz curve from the smallest: share of customers, share of value */
  readonly lorenz: readonly (readonly [number, number])[];
}

/**
 * How value is spread over customers (Pareto, ABC, Lorenz, Gini, Herfindahl). Values must not be negative.
 * @example concentration([1, 2, 3, 4, 10]) // => {gini: 0.4, hhi: 0.325, classes: ["C", "B", "A", "A", "A"], risk_accounts: 4}
 */
export function concentration(values: readonly number[]): Concentration {
  const n = values.length;
  const total = values.reduce((sum, value) => sum + value, 0);
  const order = values.map((value, index) => ({value, index})).sort((a, b) => a.value - b.value);
  const gini = (2 * order.reduce((sum, {value}, i) => sum + (i + 1) * value, 0)) / (n * total) - (n + 1) / n;
  const hhi = values.reduce((sum, value) => sum + (value / total) ** 2, 0);
  const [aLimit, bLimit] = [0.8, 0.95].map((share) => smallestValue(order, share * total));
  const classes = values.map((value) => (value >= aLimit! ? "A" : value >= bLimit! ? "B" : "C"));
  let running = 0;
  const lorenz = order.map(({value}, i) => {
    running += value;
    return [(i + 1) / n, running / total] as const;
  });
  return {
    gini,
    hhi,
    effective_number: 1 / hhi,
    classes,
    a_share: classes.filter((name) => name === "A").length / n,
    risk_accounts: values.filter((value) => value > 0.05 * total).length,
    lorenz: [[0, 0], ...lorenz],
  };
}

/** Value of the last customer needed, from the top, to reach the goal. */
function smallestValue(ascending: readonly {readonly value: number}[], goal: number): number {
  let running = 0;
  for (let i = ascending.length - 1; i >= 0; i--) {
    running += ascending[i]!.value;
    if (running >= goal * (1 - 1e-12)) return ascending[i]!.value;
  }
  return 0;
}
