import { readSplits } from '@/lib/directory/splits/read'

/** Reads a list of properties in a process of its own, so that its memory is its own. */
const before = peak()
const began = performance.now()
const splits = await readSplits(process.argv[2] ?? '')
const told = { seconds: (performance.now() - began) / 1000, before, memory: peak() }
console.log(JSON.stringify({ ...told, splits: [...splits].map(([postcode, seats]) => [postcode, [...seats]]) }))

/** Bytes. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024
}
