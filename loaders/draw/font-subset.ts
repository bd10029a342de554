import {open, readFile} from "node:fs/promises";
import {createRequire} from "node:module";

/** Functions of HarfBuzz's subsetter, compiled to WebAssembly; numbers are addresses in its memory. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, codepoint: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** A flag of HarfBuzz's `hb-subset.h`: hints for screens of few pixels, of which the renderer takes no notice. */
const withoutHints = 1;

/** Cuts one font after the other. */
export type FontCutter = (
  path: string,
  options: {
    /** The face within a collection. */
    readonly index: number;
    readonly texts: readonly string[];
  },
) => Promise<Uint8Array[]>;

/**
 * Makes OpenType fonts that hold the characters of one text only, one for each text. The renderer reads the file again
 * for each glyph: the smaller, the better.
 */
export async function fontCutter(): Promise<FontCutter> {
  const harfbuzz = await openHarfBuzz();
  return async (path, {index, texts}) => {
    const font = await open(path);
    const {size} = await font.stat();
    const address = harfbuzz.malloc(size);
    // Straight into its memory: such a font has 20 MB.
    await font.read(new Uint8Array(harfbuzz.memory.buffer, address, size), 0, size, 0);
    await font.close();
    const readOnly = 1;
    const blob = harfbuzz.hb_blob_create(address, size, readOnly, 0, 0);
    const face = harfbuzz.hb_face_create(blob, index);
    const cut = texts.map((characters) => {
      const own = subset(harfbuzz, {face, characters});
      if (!own) throw new Error(`${path}: HarfBuzz could not cut the font`);
      return own;
    });
    harfbuzz.hb_face_destroy(face);
    harfbuzz.hb_blob_destroy(blob);
    harfbuzz.free(address);
    return cut;
  };
}

async function openHarfBuzz(): Promise<HarfBuzz> {
  const wasm = createRequire(import.meta.url)
    .resolve("harfbuzzjs")
    .replace(/[^\\/]+$/, "harfbuzz-subset.wasm");
  const {instance} = await WebAssembly.instantiate(await readFile(wasm));
  const harfbuzz = instance.exports as unknown as HarfBuzz;
  harfbuzz._initialize();
  return harfbuzz;
}

function subset(harfbuzz: HarfBuzz, {face, characters}: {face: number; characters: string}): Uint8Array | undefined {
  const input = harfbuzz.hb_subset_input_create_or_fail();
  const wanted = harfbuzz.hb_subset_input_unicode_set(input);
  for (const character of characters) harfbuzz.hb_set_add(wanted, character.codePointAt(0) ?? 32);
  harfbuzz.hb_subset_input_set_flags(input, withoutHints);
  const subset = harfbuzz.hb_subset_or_fail(face, input);
  if (!subset) return undefined;
  const blob = harfbuzz.hb_face_reference_blob(subset);
  const start = harfbuzz.hb_blob_get_data(blob, 0);
  return new Uint8Array(harfbuzz.memory.buffer).slice(start, start + harfbuzz.hb_blob_get_length(blob));
}
