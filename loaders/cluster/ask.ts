import {randomBytes} from "node:crypto";
import {closeSync, createReadStream, createWriteStream, fstatSync, openSync, readSync} from "node:fs";
import {type IncomingMessage, request as overHttp} from "node:http";
import {request as overHttps} from "node:https";
import {text} from "node:stream/consumers";
import {pipeline} from "node:stream/promises";
import {ClusterFault} from "./faults.js";
import {settings} from "./settings.js";

/** Where a cluster answers and who asks. */
export interface Server {
  readonly url: URL;
  readonly user: string;
  readonly password: string;
}

/** The rows of a Parquet file, which a question knows as a table. */
export interface SentTable {
  readonly name: string;
  /** Its columns with their types: "`id` String, `n` Int64". */
  readonly structure: string;
  readonly path: string;
}

export interface Question {
  /** One SELECT; values stand in it as {name:Type}. */
  readonly sql: string;
  readonly values?: Readonly<Record<string, string>>;
  /** Tables that go up with it, for it alone. */
  readonly tables?: readonly SentTable[];
  /** Hears the id by which the query log of the server knows it. */
  readonly onId?: (id: string) => void;
}

/** Time for a server to take a connection; an answer may take as long as it takes. */
const patience = 20_000;

/** The rows of a small answer. @throws ClusterFault */
export async function ask(server: Server, question: Question): Promise<readonly (readonly unknown[])[]> {
  const answer = await post(server, {...question, sql: `${question.sql}\nFORMAT JSONCompact`});
  const body = await text(answer).catch((error: unknown) => {
    throw ClusterFault.of(error, "broken");
  });
  try {
    return (JSON.parse(body) as {data: unknown[][]}).data;
  } catch {
    throw ClusterFault.in(body) ?? new ClusterFault("broken", body.slice(0, 200));
  }
}

/** Writes a large answer to a file as Parquet, whose end tells that it is whole. @throws ClusterFault */
export async function download(server: Server, question: Question & {readonly path: string}): Promise<void> {
  const answer = await post(server, {...question, sql: `${question.sql}\nFORMAT Parquet`});
  try {
    await pipeline(answer, createWriteStream(question.path, {mode: 0o600}));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === "write") throw error; // the disk's trouble, not the server's
    throw faultAtEnd(question.path) ?? ClusterFault.of(error, "broken");
  }
  const fault = faultAtEnd(question.path);
  if (fault) throw fault;
}

/** A Parquet file ends with its mark; what broke off on the way may end with the reason. */
function faultAtEnd(path: string): ClusterFault | undefined {
  const file = openSync(path, "r");
  try {
    const {size} = fstatSync(file);
    const end = Buffer.alloc(Math.min(size, 16_384));
    readSync(file, end, 0, end.length, size - end.length);
    if (end.subarray(-4).toString("latin1") === "PAR1") return undefined;
    return ClusterFault.in(end.toString("utf8")) ?? new ClusterFault("broken", `${size} bytes`);
  } finally {
    closeSync(file);
  }
}

/** The id of a question in the query log. As a hash in one piece it is no telephone number to the search for personal data. */
export const newQuestion = (): string => `huisheng-${randomBytes(16).toString("hex")}`;

function post(server: Server, {sql, values = {}, tables = [], onId = () => {}}: Question): Promise<IncomingMessage> {
  const id = newQuestion();
  onId(id);
  const url = new URL(server.url);
  const given = Object.entries(values).map(([name, value]) => [`param_${name}`, escaped(value)]);
  const sent = tables.flatMap(({name, structure}) => [
    [`${name}_structure`, structure],
    [`${name}_format`, "Parquet"],
  ]);
  for (const [name, value] of [...Object.entries(settings), ...given, ...sent, ["query_id", id]])
    url.searchParams.set(name!, value!);
  const send = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    let isConnected = false;
    // Who took the question and then fell silent was reached.
    const fail = (error: unknown) => reject(ClusterFault.of(error, isConnected ? "broken" : "unreachable"));
    const asked = send(url, {
      method: "POST",
      headers: {
        "Content-Type": tables.length > 0 ? `multipart/form-data; boundary=${id}` : "text/plain; charset=utf-8",
        Authorization: `Basic ${Buffer.from(`${server.user}:${server.password}`).toString("base64")}`,
      },
    });
    const late = setTimeout(() => asked.destroy(new Error(`no connection within ${patience / 1000} s`)), patience);
    asked.on("socket", (socket) => {
      const isUp = () => {
        isConnected = true;
        clearTimeout(late);
      };
      if (socket.connecting) socket.once("connect", isUp);
      else isUp();
      socket.setKeepAlive(true, 30_000);
    });
    asked.on("error", fail);
    asked.on("close", () => clearTimeout(late));
    asked.on("response", (answer) => {
      if (answer.statusCode === 200) resolve(answer);
      else
        text(answer).then(
          (body) => reject(ClusterFault.in(body) ?? ClusterFault.ofStatus(answer.statusCode ?? 0)),
          fail,
        );
    });
    if (tables.length === 0) asked.end(sql);
    else pipeline(form({sql, tables, boundary: id}), asked).catch(fail);
  });
}

/** A question and its tables as the parts of one form. */
async function* form({
  sql,
  tables,
  boundary,
}: {
  sql: string;
  tables: readonly SentTable[];
  boundary: string;
}): AsyncGenerator<string | Buffer> {
  const opening = (name: string, more = "") =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  for (const {name, path} of tables) {
    yield opening(name, `; filename="${name}"`);
    yield* createReadStream(path);
    yield "\r\n";
  }
  yield `${opening("query")}${sql}\r\n--${boundary}--\r\n`;
}

/** A parameter is read as a line of tab-separated text. */
const escaped = (value: string): string =>
  value.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
