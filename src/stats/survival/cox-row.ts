/** A customer, or a stretch of one with covariates known at its start: at risk in (entry, exit], and from 0 on at 0 itself. */
export interface CoxRow {
  /** defaults to 0 */
  readonly entry?: number;
  readonly exit: number;
  readonly event: boolean;
  readonly x: readonly number[];
  /** how many subjects are alike in all of this; defaults to 1 */
  readonly count?: number;
  /** baseline hazards are free in each; defaults to one for all */
  readonly stratum?: string | number;
}
