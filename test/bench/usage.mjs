// Loaded before a command: says in the file USAGE what the process took, threads included.
import {writeFileSync} from "node:fs";
import {isMainThread} from "node:worker_threads";

if (isMainThread)
  process.once("exit", () => {
    const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
    const measured = {
      seconds: performance.now() / 1000,
      cpu: (userCPUTime + systemCPUTime) / 1e6,
      megabytes: maxRSS / 1024,
      steps: [],
    };
    writeFileSync(process.env.USAGE, JSON.stringify(measured));
  });
