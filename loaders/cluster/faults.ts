/** Where a question failed: the server was not reached, its answer broke off, or it said why (a code of ClickHouse). */
export type FaultCode = "unreachable" | "broken" | number;

/** What a cluster answered instead of rows. */
export class ClusterFault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string) {
    super(message);
    this.name = "ClusterFault";
    this.code = code;
  }

  static of(error: unknown, code: FaultCode): ClusterFault {
    if (error instanceof ClusterFault) return error;
    const {message, code: own} = error as NodeJS.ErrnoException;
    return new ClusterFault(code, message || own || String(error));
  }

  static ofStatus(status: number): ClusterFault {
    return new ClusterFault(status === 401 || status === 403 ? 516 : "unreachable", `HTTP ${status}`);
  }

  /** The error that stands in a text, at its beginning or where an answer broke off. */
  static in(body: string): ClusterFault | undefined {
    const [, code, message] = /Code: (\d+)\. DB::Exception: ([^\n]*)/.exec(body) ?? [];
    if (code === undefined) return undefined;
    const plain = message!.replace(/\s*\(version [^)]*\)\s*$/, "").replace(/:? (While executing|Log:).*$/, "");
    return new ClusterFault(Number(code), plain.length > 300 ? `${plain.slice(0, 300)}…` : plain);
  }
}
