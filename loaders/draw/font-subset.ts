import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";

/** A font file, loaded once, from which small fonts with some characters can be cut. */
export interface FontCutter {
  /** An OpenType font that holds these characters only. */
  cut(characters: string): Uint8Array;
}

/** Functions of HarfBuzz's subsetter, compiled to WebAssembly; numbers are addresses in its memory. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, codepoint: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

/** `index` is the face within a collection. A Chinese font of 20 MB costs seconds per picture; a cut of it next to nothing. */
export async function fontCutter(path: string, {index}: {index: number}): Promise<FontCutter> {
  const wasm = createRequire(import.meta.url)
    .resolve("harfbuzzjs")
    .replace(/[^\\/]+$/, "harfbuzz-subset.wasm");
  const [{instance}, font] = await Promise.all([
    readFile(wasm).then((bytes) => WebAssembly.instantiate(bytes)),
    readFile(path),
  ]);
  const harfbuzz = instance.exports as unknown as HarfBuzz;
  harfbuzz._initialize();
  const address = harfbuzz.malloc(font.byteLength);
  new Uint8Array(harfbuzz.memory.buffer).set(font, address);
  const readOnly = 1;
  const face = harfbuzz.hb_face_create(harfbuzz.hb_blob_create(address, font.byteLength, readOnly, 0, 0), index);
  return {
    cut: (characters) => {
      const input = harfbuzz.hb_subset_input_create_or_fail();
      const wanted = harfbuzz.hb_subset_input_unicode_set(input);
      for (const character of characters) harfbuzz.hb_set_add(wanted, character.codePointAt(0) ?? 32);
      const subset = harfbuzz.hb_subset_or_fail(face, input);
      harfbuzz.hb_subset_input_destroy(input);
      if (!subset) throw new Error(`${path}: HarfBuzz could not cut the font`);
      const blob = harfbuzz.hb_face_reference_blob(subset);
      const start = harfbuzz.hb_blob_get_data(blob, 0);
      const bytes = new Uint8Array(harfbuzz.memory.buffer).slice(start, start + harfbuzz.hb_blob_get_length(blob));
      harfbuzz.hb_blob_destroy(blob);
      harfbuzz.hb_face_destroy(subset);
      return bytes;
    },
  };
}
