/** What one process took. */
export interface Measured {
  readonly seconds: number;
  /** Of all processors together. */
  readonly cpu: number;
  /** At most, resident. */
  readonly megabytes: number;
  /** What took longest. */
  readonly steps: readonly string[];
  /** What the tables that were counted add up to, by table and column. */
  readonly totals?: Readonly<Record<string, number>>;
}

/** Prints, as the last line of the process, what it took since `start`, of `performance.now()`. */
export function printMeasured(start: number, steps: readonly string[] = [], totals: Measured["totals"] = {}): void {
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
  const measured: Measured = {
    seconds: (performance.now() - start) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
    steps,
    totals,
  };
  console.log(JSON.stringify(measured));
}
