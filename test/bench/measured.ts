/** What one process took. */
export interface Measured {
  readonly seconds: number;
  /** Of all processors together. */
  readonly cpu: number;
  /** At most, resident. */
  readonly megabytes: number;
  /** What took longest. */
  readonly steps: readonly string[];
}

/** Prints, as the last line of the process, what it took since `start`, of `performance.now()`. */
export function printMeasured(start: number, steps: readonly string[] = []): void {
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
  const measured: Measured = {
    seconds: (performance.now() - start) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
    steps,
  };
  console.log(JSON.stringify(measured));
}
