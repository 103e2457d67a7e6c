import LineBreaker from 'linebreak'
import { type FontFamily, type FontSubset, type FontWeight, fontFile, runsOf } from './fonts'

/** What stands together in one font; its width is in ems, so that it holds for every size. */
type Part = { subset: FontSubset; text: string; width: number }
/** What no line is broken within, with the blanks behind it. */
type Word = { parts: Part[]; width: number }
export type Line = Part[]

const MEASURED_AT = 1000

/**
 * Measures a text once in a family's fonts, opened in `doc`, for any size and width. Gives its words, to be broken into
 * lines by {@link linesOf}. Each word is measured once, however often it stands there.
 */
export function measurer(doc: PDFKit.PDFDocument, family: FontFamily, weight: FontWeight): (text: string) => Word[] {
  const known = new Map<string, Word>()
  const measure = (text: string): Word => {
    const word = known.get(text) ?? wordOf(partsOf(text))
    known.set(text, word)
    return word
  }
  const partsOf = (text: string) =>
    runsOf(family, text).map(({ subset, text: run }) => {
      doc.font(fontFile(family, subset, weight)).fontSize(MEASURED_AT)
      return { subset, text: run, width: doc.widthOfString(run) / MEASURED_AT }
    })
  return (text) => [...wordsIn(text)].map(measure)
}

/** Breaks words into lines of a width, in ems: a word that no line holds is broken between signs. */
export function linesOf(words: Word[], width: number): Line[] {
  const lines: Line[] = []
  let line: Line = []
  let left = width
  const put = (part: Part) => {
    const last = line.at(-1)
    if (last?.subset === part.subset) line[line.length - 1] = joined(last, part)
    else line.push(part)
    left -= part.width
  }
  const next = () => {
    if (line.length > 0) lines.push(line)
    line = []
    left = width
  }
  for (const word of words) {
    if (word.width > width) {
      for (const sign of word.parts.flatMap(signsOf)) {
        if (sign.width > left) next()
        put(sign)
      }
      continue
    }
    if (word.width > left) next()
    for (const part of word.parts) put(part)
  }
  next()
  return lines
}

function* wordsIn(text: string): Generator<string> {
  const breaker = new LineBreaker(text)
  let from = 0
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    yield* text.slice(from, found.position).match(PIECES) ?? []
    from = found.position
  }
}

/** So many signs at most are measured as one: a font's own rules take the longer the more stand together. */
const PIECES = /[\s\S]{1,60}/gu

function wordOf(parts: Part[]): Word {
  return { parts, width: parts.reduce((sum, { width }) => sum + width, 0) }
}

/** A part's signs, as if all were as wide as each other: close enough for what is broken anywhere. */
function signsOf({ subset, text, width }: Part): Part[] {
  const signs = [...text]
  return signs.map((sign) => ({ subset, text: sign, width: width / signs.length }))
}

function joined(one: Part, other: Part): Part {
  return { subset: one.subset, text: one.text + other.text, width: one.width + other.width }
}
