import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";

/** Where randomness comes from: numbers in [0, 1). It is always handed in, never taken from the machine. */
export type RandomSource = () => number;

/**
 * A generator that gives the same numbers for the same seed on every machine (xoroshiro128+, 32 bits a draw).
 * The seed is printed on the page.
 * @example seededRandom(1)() === seededRandom(1)() // => true
 */
export function seededRandom(seed: number): RandomSource {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 4294967296;
}
