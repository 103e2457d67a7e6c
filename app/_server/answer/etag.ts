import { createHash } from 'node:crypto'

/** The tag of an answer (RFC 9110, 8.8.3): weak, as it goes out in several encodings. */
export function weakTag(sameWhile: string | Uint8Array): string {
  return `W/"${createHash('sha256').update(sameWhile).digest('base64url').slice(0, 22)}"`
}

/** Whether who asks with this `If-None-Match` has the answer of that tag; a strong one counts as well. */
export function hasTag(known: string | null | undefined, tag: string): boolean {
  return (known ?? '').split(',').some((one) => one.trim().replace(/^(?!W\/)/, 'W/') === tag)
}
