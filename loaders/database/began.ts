import {readFileSync} from "node:fs";

/**
 * The moment a process began, in the kernel's own count, where the system tells; else "". Processes get the same numbers
 * again, and in a container every one may be number 1: this tells them apart.
 */
export function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
