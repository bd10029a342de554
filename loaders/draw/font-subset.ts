import {open, readFile} from "node:fs/promises";
import {createRequire} from "node:module";

/** Functions of HarfBuzz's subsetter, compiled to WebAssembly; numbers are addresses in its memory. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, codepoint: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** A flag of HarfBuzz's `hb-subset.h`: hints for screens of few pixels, of which the renderer takes no notice. */
const withoutHints = 1;

/**
 * OpenType fonts that hold the characters of one text only, one for each text; `index` is the face within a collection.
 * The renderer reads the file again for each glyph: the smaller, the better.
 */
export async function cutFont(
  path: string,
  {index, texts}: {index: number; texts: readonly string[]},
): Promise<Uint8Array[]> {
  const harfbuzz = await openHarfBuzz();
  const face = await openFace(harfbuzz, {path, index});
  return texts.map((characters) => {
    const font = subset(harfbuzz, {face, characters});
    if (!font) throw new Error(`${path}: HarfBuzz could not cut the font`);
    return font;
  });
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

async function openFace(harfbuzz: HarfBuzz, {path, index}: {path: string; index: number}): Promise<number> {
  const font = await open(path);
  const {size} = await font.stat();
  const address = harfbuzz.malloc(size);
  // Straight into its memory, which goes with it: such a font has 20 MB.
  await font.read(new Uint8Array(harfbuzz.memory.buffer, address, size), 0, size, 0);
  await font.close();
  const readOnly = 1;
  return harfbuzz.hb_face_create(harfbuzz.hb_blob_create(address, size, readOnly, 0, 0), index);
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
