/** Of each hash in bytes: the block of a cipher. */
export const HASH_BYTES = 16
/** Odd numbers that mix well; four of them give 128 bits. */
const BASES = [0x01000193, 0x9e3779b1, 0x85ebca6b, 0xc2b2ae35]

/**
 * A hash of 128 bits for each run of `length` characters of a text, one after the other; one for the whole of a shorter
 * text. Each goes from the one before by the character that leaves and the one that comes (Karp and Rabin, 1987). It has
 * no key: whoever knows a run knows its hash.
 */
export function rollingHashes(text: string, length: number): Buffer {
  const runs = text === '' ? 0 : Math.max(1, text.length - length + 1)
  const hashes = Buffer.alloc(runs * HASH_BYTES)
  for (const [lane, base] of BASES.entries()) {
    let leaving = 1
    for (let turn = 1; turn < length; turn++) leaving = Math.imul(leaving, base)
    let hash = 0
    for (let at = 0; at < text.length; at++) {
      if (at >= length) hash = (hash - Math.imul(text.charCodeAt(at - length), leaving)) | 0
      hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0
      const run = at - length + 1
      if (run >= 0) hashes.writeInt32LE(hash, run * HASH_BYTES + lane * 4)
      else if (at === text.length - 1) hashes.writeInt32LE(hash, lane * 4)
    }
  }
  return hashes
}
