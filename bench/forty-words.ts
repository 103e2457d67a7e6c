import { randomInt } from 'node:crypto'

const WORDS = `aunt harbour remember quiet market winter letter kitchen radio cousin borrowed lantern orchard
  Tuesday bridge piano neighbour shelter carried bread mountain frightened doctor window bicycle chapel garden
  stubborn photograph teacher whistle cellar blanket promise apricot river uncle stairs engine silver paper
  uniform station ticket coat evening soup village nurse hospital school chalk playground swing ladder roof
  thunder shoes mended tailor button thread needle song choir candle midnight frost barley tractor field
  brother phone silence ringing answered nothing hoped waited news screen repeated name spelled wrong`.split(/\s+/)

/** Forty words that nobody else has in this order. */
export function fortyWords(): string {
  const words = Array.from({ length: 40 }, () => WORDS[randomInt(WORDS.length)] ?? 'bread')
  const sentences = [words.slice(0, 13), words.slice(13, 27), words.slice(27)].map((part) => part.join(' '))
  return sentences.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`).join(' ')
}
