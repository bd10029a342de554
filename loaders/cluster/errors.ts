import type {Bilingual} from "../../src/words/language.js";
import {ReportError} from "../messages/errors.js";
import type {ClusterFault, FaultCode} from "./faults.js";

interface Trouble {
  readonly code: string;
  /** What is wrong; the words of the server follow. */
  readonly what: Bilingual;
  readonly fix: Bilingual;
}

const again: Bilingual = {
  zh: "过一会儿重试；再出现时请集群管理员查看这个查询。已发布的报告没有改动。",
  en: "try again in a while; if it comes again let the administrator of the cluster look at this query. The report published last is untouched.",
};
const unreachable: Trouble = {
  code: "cluster_unreachable",
  what: {zh: "连不上集群。", en: "the cluster cannot be reached."},
  fix: {
    zh: "检查地址和端口（HTTP 端口，通常 8443 或 8123）、网络、证书（自签证书用 NODE_EXTRA_CA_CERTS 指出）。",
    en: "check the address and the port (the HTTP port, mostly 8443 or 8123), the network, and the certificate (name one of your own in NODE_EXTRA_CA_CERTS).",
  },
};
const broken: Trouble = {
  code: "cluster_cut",
  what: {
    zh: "集群的回答中断了，收到的不完整，一行也没有采用。",
    en: "the answer of the cluster broke off; what came is not whole, and none of it was taken.",
  },
  fix: again,
};
const password: Trouble = {
  code: "cluster_password",
  what: {zh: "集群不认这个用户名或口令。", en: "the cluster does not know this user with this password."},
  fix: {
    zh: "检查映射里 user_env、password_env（或 password_file）指的值；地址里的用户名和口令也算。",
    en: "check what user_env and password_env (or password_file) of the mapping lead to; a user and password in the address count too.",
  },
};
const shard: Trouble = {
  code: "cluster_shard",
  what: {
    zh: "有一个分片没有回答；缺一个分片的合计是错的，所以停下。",
    en: "a shard did not answer; sums without it would be wrong, so this stops.",
  },
  fix: {
    zh: "等分片恢复后重试。已发布的报告没有改动。",
    en: "try again when the shard is back. The report published last is untouched.",
  },
};
const slow: Trouble = {
  code: "cluster_timeout",
  what: {zh: "超过了集群给这个用户的时间。", en: "this took longer than the cluster allows this user."},
  fix: {
    zh: "请管理员为这个用户调高 max_execution_time，或用 since: 只读近几年。",
    en: "ask the administrator to raise max_execution_time of this user, or read fewer years with since:.",
  },
};
const memory: Trouble = {
  code: "cluster_memory",
  what: {zh: "超过了集群给这个用户的内存。", en: "this needs more memory than the cluster allows this user."},
  fix: {
    zh: "请管理员为这个用户调高 max_memory_usage，或用 since: 只读近几年。",
    en: "ask the administrator to raise max_memory_usage of this user, or read fewer years with since:.",
  },
};
const limit: Trouble = {
  code: "cluster_limit",
  what: {
    zh: "超过了集群给这个用户的行数或字节数。",
    en: "these are more rows or bytes than the cluster allows this user.",
  },
  fix: {
    zh: "请管理员为这个用户调高 max_result_rows、max_rows_to_read 一类的上限，或用 since: 只读近几年。",
    en: "ask the administrator to raise limits of this user such as max_result_rows and max_rows_to_read, or read fewer years with since:.",
  },
};
const settings: Trouble = {
  code: "cluster_settings",
  what: {zh: "集群没有接受必需的设置。", en: "the cluster did not take the settings that are needed."},
  fix: {
    zh: "请管理员让这个用户的 readonly = 2（只读，但可改设置；只有 SELECT 权限即可），并且不限制这个设置。",
    en: "ask the administrator for readonly = 2 for this user (it reads alone, but may set; the right to SELECT is enough) and for no constraint on this setting.",
  },
};
const denied: Trouble = {
  code: "cluster_denied",
  what: {zh: "这个用户无权读这张表。", en: "this user may not read this table."},
  fix: {
    zh: "请管理员授权：GRANT SELECT ON 库.表；分片时每个分片的本地表也要。",
    en: "ask the administrator: GRANT SELECT ON database.table, and on the local tables of a sharded one.",
  },
};
const busy: Trouble = {
  code: "cluster_busy",
  what: {zh: "集群正忙，不再接受查询。", en: "the cluster is busy and takes no more queries."},
  fix: again,
};
const other: Trouble = {
  code: "cluster_error",
  what: {zh: "集群拒绝了这个查询。", en: "the cluster refused this query."},
  fix: again,
};

/** By the code of ClickHouse (src/Common/ErrorCodes.cpp). */
const byCode = new Map<FaultCode, Trouble>([
  ["unreachable", unreachable],
  ["broken", broken],
  ...[192, 193, 194, 516].map((code) => [code, password] as const),
  ...[3, 32, 42, 209, 210, 279, 519].map((code) => [code, shard] as const),
  ...[159, 160].map((code) => [code, slow] as const),
  [241, memory],
  ...[158, 307, 396].map((code) => [code, limit] as const),
  ...[115, 164, 452].map((code) => [code, settings] as const),
  [497, denied],
  ...[202, 203].map((code) => [code, busy] as const),
]);

/** What a fault of a cluster means for whom it befalls. */
export function clusterError(fault: ClusterFault, place: Bilingual): ReportError {
  const {code, what, fix} = byCode.get(fault.code) ?? other;
  const words = typeof fault.code === "number" ? `${fault.code}: ${fault.message}` : fault.message;
  return new ReportError(code, place, {
    what: {zh: `${what.zh}（${words}）`, en: `${what.en} (${words})`},
    fix,
  });
}

/** Rows of some days are not those that were counted at first. */
export const changedThere = (place: Bilingual, days: readonly string[]): ReportError =>
  new ReportError("cluster_changed", place, {
    what: {
      zh: `数的时候表变了：${days.slice(0, 3).join("、")}${days.length > 3 ? ` 等 ${days.length} 天` : ""} 的行与开始时不同。`,
      en: `the table changed while it was counted: rows of ${days.slice(0, 3).join(", ")}${days.length > 3 ? ` … (${days.length} days)` : ""} are not those of the beginning.`,
    },
    fix: {
      zh: "等删除、合并或导入结束后重试。",
      en: "try again when rows are no longer deleted, replaced or loaded.",
    },
  });

/** @throws ReportError where settings were changed on the way, by a profile or a proxy */
export function settingsError(
  untaken: readonly {readonly name: string; readonly value: string}[],
  place: Bilingual,
): ReportError {
  const words = untaken.map(({name, value}) => `${name} = ${value}`).join(", ");
  return new ReportError("cluster_settings", place, {
    what: {zh: `${settings.what.zh}（${words}）`, en: `${settings.what.en} (${words})`},
    fix: settings.fix,
  });
}
