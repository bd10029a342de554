import {createCipheriv, createDecipheriv, createHmac, hkdfSync, pbkdf2Sync, randomBytes} from "node:crypto";
import {deflateRawSync, inflateRawSync} from "node:zlib";

/** Rounds of PBKDF2 with SHA-256: what OWASP asks for; a second or so in the browser of a reader. */
const usualRounds = 600_000;

/** What a browser opens with the same password: `src/components/locked.ts` does the same with a library. */
export interface Lock {
  readonly salt: Uint8Array;
  readonly rounds: number;
  /** Number once used, what was locked, and the mark by which a change shows; for this path alone. */
  readonly seal: (path: string, bytes: Uint8Array) => Uint8Array;
  /** Throws where the password is another, or the bytes are not what was locked at this path. */
  readonly open: (path: string, locked: Uint8Array) => Uint8Array;
  /** The name under which a file lies, which says nothing of it. */
  readonly nameOf: (path: string) => string;
}

/**
 * AES-256-GCM, with a key by PBKDF2-SHA-256 from a password.
 *
 * @param password at least `leastLength` characters
 */
export function lockOf(
  password: string,
  {salt = randomBytes(16), rounds = usualRounds}: {salt?: Uint8Array; rounds?: number} = {},
): Lock {
  const key = pbkdf2Sync(password.normalize("NFKC"), salt, rounds, 32, "sha256");
  const part = (purpose: string) => new Uint8Array(hkdfSync("sha256", key, "", purpose, 32));
  const [content, names] = [part("content"), part("names")];
  return {
    salt,
    rounds,
    seal(path, bytes) {
      const once = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", content, once).setAAD(Buffer.from(path));
      return Buffer.concat([once, cipher.update(deflateRawSync(bytes)), cipher.final(), cipher.getAuthTag()]);
    },
    open(path, locked) {
      const end = locked.length - 16;
      const cipher = createDecipheriv("aes-256-gcm", content, locked.subarray(0, 12)).setAAD(Buffer.from(path));
      cipher.setAuthTag(locked.subarray(end));
      return inflateRawSync(Buffer.concat([cipher.update(locked.subarray(12, end)), cipher.final()]));
    },
    nameOf: (path) => createHmac("sha256", names).update(path).digest("hex").slice(0, 32),
  };
}
