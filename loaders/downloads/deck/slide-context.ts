import type {ChartWords} from "../chart/series.js";
import type {PlannedSlide} from "./planned.js";
import type {ResolvedSlots} from "./slots.js";
import type {DeckTemplate} from "./template.js";

/** What all slides of a deck are written with. */
export interface SlideContext {
  readonly template: DeckTemplate;
  readonly words: ChartWords;
  /** Part of each slide of the deck, by its id. */
  readonly paths: ReadonlyMap<string, string>;
  /** Stands in the embedded workbooks. */
  readonly date: string;
  /** PNG of a figure that has no native chart. */
  readonly picture: (id: string) => Uint8Array | undefined;
  /** Told what was written under each shape's name, so that a later month can see what a person changed. */
  readonly remember: (name: string, value: string) => void;
}

/** A slide while it is written: its part of the file, and where its layout puts things. */
export interface OpenSlide extends SlideContext {
  readonly slide: PlannedSlide;
  readonly path: string;
  readonly slots: ResolvedSlots;
}

/** A shape that waits for its number on the slide. */
export type Shape = (id: number) => string;
