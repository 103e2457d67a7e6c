import { manyLines } from '@/lib/kernel/text'
import { isAddressBlock } from './address-lines'
import { greetingIn } from './greeting'
import { inlineSignOff, lastSignOff } from './sign-off'

/** A letter without what ours has already: `kept` is its text, `taken` what would go, piece by piece, as it stands. */
export type LetterFrame = { kept: string; taken: string[] }

/**
 * What a pasted letter brings that is put on ours at sending: an address and a date above it, its greeting, its sign-off
 * with the name and the address under it. What stands after those, such as a postscript, is kept. `null` where there is
 * none of it. Takes a body or a writer's own words of any length; English as people write it (Debrett's and the Post
 * Office's forms of letters, and what is found in e-mails).
 */
export function letterFrame(text: string): LetterFrame | null {
  const lines = manyLines(text).split('\n')
  const head = headOf(lines)
  const rest = head.rest === '' ? lines.slice(head.lines) : [head.rest, ...lines.slice(head.lines)]
  const end = endOf(rest)
  const taken = [head.text, end.text].filter((piece) => piece !== '')
  if (taken.length === 0) return null
  return { kept: manyLines([...end.before, '', ...end.after].join('\n')), taken }
}

/** The lines that stand above a letter and its greeting; `rest` is what follows the greeting on its line. */
function headOf(lines: string[]): { lines: number; rest: string; text: string } {
  let at = 0
  for (;;) {
    while (lines[at] === '') at++
    const greeting = greetingIn(lines[at] ?? '')
    if (greeting) {
      const text = [...lines.slice(0, at), greeting.text].join('\n').trim()
      return { lines: at + 1, rest: greeting.rest, text }
    }
    const block = blockFrom(lines, at)
    if (!isAddressBlock(block)) break
    at += block.length
  }
  // Without a greeting below it only a whole address is one: a date or a name alone may begin what was to be said.
  const first = blockFrom(lines, 0)
  const isWhole = first.length > 1 && isAddressBlock(first, 'with a postcode')
  return isWhole ? { lines: first.length, rest: '', text: first.join('\n') } : { lines: 0, rest: '', text: '' }
}

type End = { before: string[]; text: string; after: string[] }

function endOf(lines: string[]): End {
  const whole = lastSignOff(lines)
  if (whole) {
    const { from, to } = whole
    return { before: lines.slice(0, from), text: lines.slice(from, to).join('\n').trim(), after: lines.slice(to) }
  }
  const last = lines.at(-1) ?? ''
  const inline = inlineSignOff(last)
  if (inline) return { before: [...lines.slice(0, -1), inline.before], text: inline.text, after: [] }
  const block = lines.slice(lines.lastIndexOf('') + 1)
  const isWhole = block.length > 1 && block.length < lines.length && isAddressBlock(block, 'with a postcode')
  return isWhole
    ? { before: lines.slice(0, -block.length), text: block.join('\n'), after: [] }
    : { before: lines, text: '', after: [] }
}

/** The lines from one on, up to an empty one or a greeting. */
function blockFrom(lines: string[], from: number): string[] {
  let to = from
  while (to < lines.length && lines[to] !== '' && (to === from || !greetingIn(lines[to] ?? ''))) to++
  return lines.slice(from, to)
}
