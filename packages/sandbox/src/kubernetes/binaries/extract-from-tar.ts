import { Transform, type TransformCallback } from "node:stream";

const BLOCK = 512;

/** Passes on the bytes of one file of a tar stream (ustar: names of up to 100 characters, no sparse files). */
export function extractFromTar(wanted: string): Transform {
  let pending = Buffer.alloc(0);
  /** Bytes of the current file still to come, and of the padding behind it. */
  let remaining = 0;
  let padding = 0;
  let isWanted = false;
  let found = false;

  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      pending = Buffer.concat([pending, chunk]);
      for (;;) {
        if (remaining + padding === 0) {
          if (pending.length < BLOCK) break;
          const header = pending.subarray(0, BLOCK);
          pending = pending.subarray(BLOCK);
          isWanted = header.subarray(0, 100).toString("utf8").replace(/\0.*$/s, "") === wanted;
          found ||= isWanted;
          remaining = Number.parseInt(header.subarray(124, 136).toString("ascii"), 8) || 0;
          padding = (BLOCK - (remaining % BLOCK)) % BLOCK;
        }
        if (pending.length === 0) break;
        const content = pending.subarray(0, remaining);
        if (isWanted) this.push(content);
        remaining -= content.length;
        pending = pending.subarray(content.length);
        const skipped = Math.min(padding, pending.length);
        if (remaining === 0) {
          padding -= skipped;
          pending = pending.subarray(skipped);
        }
      }
      done();
    },
    flush(done) {
      done(found ? null : new Error(`${wanted} is not in the archive`));
    },
  });
}
