import { manyLines } from '@/lib/kernel/text'
import { isAddressBlock, isAddressLine } from './address-lines'
import { greetingIn } from './greeting'
import { inlineSignOff, lastSignOff, nameAtEnd } from './sign-off'

/** A letter without what ours has already: `kept` is its text, `taken` what would go, piece by piece, as it stands. */
export type LetterFrame = { kept: string; taken: string[] }

/**
 * What a pasted letter brings that is put on ours at sending: an address and a date above it, its greeting, its sign-off
 * with the name and the address under it. What stands after those, such as a postscript, is kept. `null` where there is
 * none of it. Takes a body or a writer's own words of any length, and their name where it is known; English as people write it (Debrett's and the Post
 * Office's forms of letters, and what is found in e-mails).
 */
export function letterFrame(text: string, name = ''): LetterFrame | null {
  const lines = manyLines(text).split('\n')
  const head = headOf(lines)
  const rest = head.rest === '' ? lines.slice(head.lines) : [head.rest, ...lines.slice(head.lines)]
  const end = endOf(rest, name)
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
      const to = greeting.rest === '' ? underGreeting(lines, at + 1) : at + 1
      const text = [...lines.slice(0, at), greeting.text, ...lines.slice(at + 1, to)].join('\n').trim()
      return { lines: to, rest: greeting.rest, text }
    }
    if (SUBJECT.test(lines[at] ?? '')) {
      at++
      continue
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

/** What a letter is about, said on a line above or under its greeting: ours has a subject of its own. */
const SUBJECT = /^(?:re|ref|subject|regarding)\s?:\s?\S.{0,120}$/i

/** Where a letter begins whose greeting stands before line `from`. */
function underGreeting(lines: string[], from: number): number {
  const next = lines.findIndex((line, at) => at >= from && line !== '')
  return next > 0 && SUBJECT.test(lines[next] ?? '') ? next + 1 : from
}

type End = { before: string[]; text: string; after: string[] }

function endOf(lines: string[], name: string): End {
  const whole = lastSignOff(lines) ?? nameAtEnd(lines, name)
  if (whole) {
    const { from, to } = whole
    return { before: lines.slice(0, from), text: lines.slice(from, to).join('\n').trim(), after: lines.slice(to) }
  }
  const last = lines.at(-1) ?? ''
  const inline = inlineSignOff(last)
  if (inline) return { before: [...lines.slice(0, -1), inline.before], text: inline.text, after: [] }
  const block = lines.slice(lines.lastIndexOf('') + 1)
  const isWhole = block.length > 1 ? isAddressBlock(block, 'with a postcode') : isAddressLine(last)
  return isWhole && block.length < lines.length
    ? { before: lines.slice(0, -block.length), text: block.join('\n'), after: [] }
    : { before: lines, text: '', after: [] }
}

/** The lines from one on, up to an empty one or a greeting. */
function blockFrom(lines: string[], from: number): string[] {
  let to = from
  while (to < lines.length && lines[to] !== '' && (to === from || !greetingIn(lines[to] ?? ''))) to++
  return lines.slice(from, to)
}
