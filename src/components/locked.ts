import {gcm} from "@noble/ciphers/aes.js";
import {hkdf} from "@noble/hashes/hkdf.js";
import {hmac} from "@noble/hashes/hmac.js";
import {pbkdf2} from "@noble/hashes/pbkdf2.js";
import {sha256} from "@noble/hashes/sha2.js";
import {inflateSync} from "fflate";

/** A locked copy of a report, opened: what stood at a path of the site, and the name under which a file lies there now. */
export interface OpenedCopy {
  /** Throws where the key is not the one, or the bytes are not what was locked at this path. */
  readonly open: (path: string, locked: Uint8Array) => Uint8Array;
  readonly nameOf: (path: string) => string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The key of a password; slow on purpose, a second or so. */
export const keyOf = (password: string, {salt, rounds}: {salt: Uint8Array; rounds: number}): Uint8Array =>
  pbkdf2(sha256, bytesOf(password.normalize("NFKC")), salt, {c: rounds, dkLen: 32});

/** What the key opens. The library is plain script: browsers have no cryptography of their own for pages over http. */
export function openedCopy(key: Uint8Array): OpenedCopy {
  addBigUint64();
  const content = hkdf(sha256, key, undefined, bytesOf("content"), 32);
  const names = hkdf(sha256, key, undefined, bytesOf("names"), 32);
  return {
    open: (path, locked) =>
      inflateSync(gcm(content, locked.subarray(0, 12), bytesOf(path)).decrypt(locked.subarray(12))),
    nameOf: (path) =>
      Array.from(hmac(sha256, names, bytesOf(path)).subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join(
        "",
      ),
  };
}

/** Safari 14 lacks the one method of these that the library calls. */
function addBigUint64(): void {
  if (typeof DataView.prototype.setBigUint64 === "function") return;
  DataView.prototype.setBigUint64 = function (offset: number, value: bigint, isLittle = false): void {
    const [high, low] = [Number(value / BigInt(2 ** 32)), Number(value % BigInt(2 ** 32))];
    this.setUint32(offset, isLittle ? low : high, isLittle);
    this.setUint32(offset + 4, isLittle ? high : low, isLittle);
  };
}

export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));

export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
