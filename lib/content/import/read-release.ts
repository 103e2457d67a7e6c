import { lengthOf, manyLines, oneLine } from '@/lib/kernel/text'

/** A text is read to here: releases are a page or two. */
export const RELEASE_MOST = 60_000

/** What a press release, or another statement, seems to say, by the shape of its text alone: suggestions, not facts. */
export type ReadRelease = {
  title: string
  /** As 2020-10-06; empty where none is given. */
  date: string
  /** What is happening, a paragraph each. */
  story: string[]
  /** Points of a list before what is asked: what is of concern. */
  concerns: string[]
  /** What is asked, from a verb on. */
  asks: string[]
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const BULLET = /^\s*(?:[•▪●◦‣*–—-]|\(?\d{1,2}[.)]|\(?[a-h]\))\s+/
const ASKS =
  /\b(?:urge|urges|urging|call(?:s|ing)? (?:up)?on|ask(?:s|ing)?|demand(?:s|ing)?|want|appeal(?:s|ing)? to|request(?:s|ing)?)\b/i
/** Where a release ends, and what is for journalists begins. */
const ENDS =
  /^(?:ends?\b|-+ ?ends? ?-+|notes? (?:to|for) editors?\b|for (?:further|more) (?:information|details)\b|(?:press|media) (?:contact|enquir)|contacts?:|about (?:us|the)\b|back to\b)/i
const TITLE_MOST = 200

/**
 * Reads a press release by rule: its first line is the title, the first date is its date; a list that a sentence with
 * "urge", "call on" or "ask" leads into is what is asked; other lists are concerns; what is left is the story.
 */
export function readRelease(text: string): ReadRelease {
  const lines = manyLines(text.slice(0, RELEASE_MOST)).split('\n')
  const blocks = blocksOf(lines)
  const [first, ...rest] = blocks
  const title = first?.kind === 'text' ? oneLine(first.text).slice(0, TITLE_MOST) : ''
  const read: ReadRelease = { title, date: dateIn(lines.join(' ')), story: [], concerns: [], asks: [] }
  let leads = ''
  for (const block of first?.kind === 'text' ? rest : blocks) {
    if (block.kind === 'text') {
      if (ENDS.test(block.text)) break
      const isDate = lengthOf(block.text) < 40 && dateIn(block.text) !== ''
      if (!isDate && !block.text.endsWith(':')) read.story.push(block.text)
      leads = block.text
      continue
    }
    const asked = ASKS.test(leads)
    for (const point of block.points) (asked ? read.asks : read.concerns).push(asked ? fromVerb(point) : point)
  }
  return read
}

type Block = { kind: 'text'; text: string } | { kind: 'list'; points: string[] }

/** Paragraphs, and lists of points, in their order. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let open = false
  for (const line of lines) {
    const last = blocks.at(-1)
    if (line.trim() === '') open = false
    else if (BULLET.test(line)) {
      const point = oneLine(line.replace(BULLET, ''))
      if (last?.kind === 'list') last.points.push(point)
      else blocks.push({ kind: 'list', points: [point] })
      open = true
    } else if (open && last?.kind === 'text') last.text = oneLine(`${last.text} ${line}`)
    else if (open && last?.kind === 'list') last.points.push(oneLine(`${last.points.pop() ?? ''} ${line}`))
    else {
      blocks.push({ kind: 'text', text: oneLine(line) })
      open = true
    }
  }
  return blocks
}

/** "Suspend all military aid" of "to suspend all military aid; and". */
function fromVerb(point: string): string {
  const words = point.replace(/^to /i, '').split(' ')
  const last = words.at(-1)?.toLowerCase()
  const bare = (last === 'and' || last === 'or' ? words.slice(0, -1) : words).join(' ').replace(/[;,]$/, '')
  const said = bare.charAt(0).toUpperCase() + bare.slice(1)
  return /[.?!]$/.test(said) ? said : `${said}.`
}

/** The first day that is written out: "6 October 2020", "October 6, 2020", "Tuesday 6th October 2020". */
function dateIn(text: string): string {
  const words = text.toLowerCase().match(/[a-z]+|\d+/g) ?? []
  for (const [at, word] of words.entries()) {
    const month = MONTHS.indexOf(word)
    if (month < 0) continue
    const before = words
      .slice(Math.max(0, at - 2), at)
      .filter((each) => /^\d{1,2}$/.test(each))
      .at(-1)
    const after = words.slice(at + 1, at + 4)
    const year = after.find((each) => /^(?:19|20)\d\d$/.test(each))
    const day = Number(before ?? after.find((each) => /^\d{1,2}$/.test(each)))
    if (!year || !(day >= 1 && day <= 31)) continue
    return `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  }
  return ''
}
