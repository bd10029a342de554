// What a measured process runs: one way through the files, said as its first argument.
const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  "bare-load": () => import("./bare-load.js"),
  "bare-parquet": () => import("./bare-parquet.js"),
  "bare-sums": () => import("./bare-sums.js"),
  expert: () => import("./expert.js"),
  "read-only": () => import("./read-only.js"),
};
const [way] = process.argv.splice(2, 1);
await ways[way!]!();
