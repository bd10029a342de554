import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {deserialize, serialize} from "node:v8";

const here = new Map<string, Promise<unknown>>();

/**
 * What several test files need and takes long to make, once for a run of the tests: whoever comes first makes it, the
 * others wait for a copy, one for each worker. What holds functions cannot be copied.
 *
 * @param name its place in the folder of this run; see sample-setup.ts
 */
export function once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const known = here.get(name) ?? madeOrCopied(name, make);
  here.set(name, known);
  return known as Promise<Made>;
}

async function madeOrCopied<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const folder = join(process.env.HUISHENG_SAMPLE!, name);
  mkdirSync(join(folder, ".."), {recursive: true});
  const [done, failed] = [join(folder, "made"), join(folder, "failed")];
  if (!isFirst(folder)) {
    while (!existsSync(done)) {
      if (existsSync(failed)) throw new Error(`${name} could not be made; see the first file that asked for it`);
      await setTimeout(200);
    }
    return deserialize(readFileSync(done)) as Made;
  }
  try {
    const made = await make();
    writeFileSync(join(folder, "part"), serialize(made));
    renameSync(join(folder, "part"), done);
    return made;
  } catch (error) {
    writeFileSync(failed, "");
    throw error;
  }
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
