import { timingSafeEqual } from 'node:crypto'

/** Whether what was given is what it should be; takes the same time wherever the two differ. */
export function isSame(given: string, ours: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(ours)]
  return one.length === other.length && timingSafeEqual(one, other)
}
