/**
 * The Chromium, Chrome or Edge of this machine: the one that the environment variable CHROMIUM names and no other, else
 * one on the path or where such programs are installed; undefined where there is none.
 */
export declare function browserPath(env?: NodeJS.ProcessEnv): string | undefined;
/** Root's browser runs without its sandbox, which will not start for root. */
export declare function launchArguments(): string[];
