/** A part of the program, compiled: `await loadProgram("cli/run")`. */
export function loadProgram<Part = unknown>(entry: string): Promise<Part>;
