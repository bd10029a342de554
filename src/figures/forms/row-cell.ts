/** The line of its file that a record stands in; one that stays in a cluster has none. */
export const rowCell = ({row}: {readonly row: number | null}): number | "" => row || "";
