// One ClickHouse node as a process: `clickhouse local` of an npm package, told to listen. Its options are those of `clickhouse local`.
const {dirname, join} = require("node:path");
const {Worker} = require("node:worker_threads");
const {DataType, load, open} = require("ffi-rs");

// The call below never returns and blocks this thread: a worker ends the process when the parent closes our stdin or dies.
const watch = `
  const fs = require("node:fs");
  const byte = Buffer.alloc(64);
  const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  for (;;) {
    let count = 0;
    try {
      count = fs.readSync(0, byte);
    } catch (error) {
      if (error.code === "EAGAIN") { pause(); continue; }
    }
    if (count === 0) process.kill(process.pid, "SIGKILL");
  }`;
const forever = "SELECT sleep(3) FROM system.numbers SETTINGS max_block_size=1 FORMAT Null";

new Worker(watch, {eval: true}).on("online", () => {
  open({library: "chdb", path: join(dirname(require.resolve("@chdb/lib-linux-x64-gnu")), "libchdb.so")});
  const query = `SYSTEM START LISTEN TCP; SYSTEM START LISTEN HTTP; ${forever}`;
  const words = ["clickhouse", ...process.argv.slice(2), "--query", query];
  load({
    library: "chdb",
    funcName: "query_stable_v2",
    retType: DataType.External,
    paramsType: [DataType.I32, DataType.StringArray],
    paramsValue: [words.length, words],
  });
});
