import { oneLine, withoutPiles } from '@/lib/kernel/text'

const MOST = 200
export const LEFT_OUT = 'Left out: it repeats what was sent.'

/**
 * What is kept of a receiver's answer: its beginning, on one line. One that repeats anything of a person's, in whatever
 * letters or escapes, is left out whole.
 */
export function responseToStore(response: string, personal: readonly string[]): string {
  const plain = folded(response)
  const repeats = personal.flatMap((value) => [value, ...value.split(/[\s@]+/)]).map(folded)
  if (repeats.some((value) => value.length >= 3 && plain.includes(value))) return LEFT_OUT
  return [...oneLine(response)].slice(0, MOST).join('')
}

/** Letters and figures alone, escapes of JSON, HTML and addresses undone. */
function folded(text: string): string {
  return withoutPiles(unescaped(text))
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => characterOf(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => characterOf(Number(code)))
    .replace(/(%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
