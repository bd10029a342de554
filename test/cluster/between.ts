import {createServer, request} from "node:http";
import type {AddressInfo} from "node:net";

/** What stands between a report and a node, and sees all that passes. */
export interface Between {
  readonly url: string;
  /** Bytes of all answers, and of all that was asked with what went up. */
  readonly received: () => number;
  readonly sent: () => number;
  close(): void;
}

/**
 * Stands before a node of a cluster.
 *
 * @param options.onQuestion what to do when the first, second … question has gone out, before its answer is passed on
 */
export async function standBefore(
  node: string,
  {onQuestion = async () => {}}: {onQuestion?: (count: number) => Promise<void>} = {},
): Promise<Between> {
  let [count, bytes, up] = [0, 0, 0];
  const server = createServer((asked, answer) => {
    const {hostname, port} = new URL(node);
    const {method, headers, url: path} = asked;
    const number = ++count;
    const onward = request({hostname, port, method, path, headers}, async (answered) => {
      answered.on("error", () => answer.destroy());
      await seen;
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answered.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    const seen = new Promise<void>((resolve) => onward.on("finish", resolve)).then(() => onQuestion(number));
    asked.on("data", (chunk: Buffer) => {
      up += chunk.length;
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => bytes,
    sent: () => up,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
