import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { type SentLetter, writerLines } from '@/emails/_components/sent-letter'
import { type FontWeight, fontFile } from '@/lib/kernel/print/fonts'
import { type Line, linesOf, measurer } from '@/lib/kernel/print/lines'
import { A4 } from '@/lib/kernel/print/text'
import { type Place, setInPages } from './set-in-pages'

export type PrintedLetter = {
  written: SentLetter
  /** Whom it is addressed to, a line each. */
  to: string[]
  /** In words: "6 October 2020". */
  date: string
  /** What stands below it, for whoever reads it. */
  note?: string
}

/** 2.5 cm, in points. */
const MARGIN = 71
/** Where the date begins: 12 cm from the left edge. */
const DATE_AT = 340
/** In points, with the pages that it may take; the first that fits is taken: one page in good print, else two. */
const TRIES = [
  ...[11.5, 11, 10.5, 10].map((size) => ({ size, most: 1 })),
  ...[11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8].map((size) => ({ size, most: 2 })),
]
const SMALLEST = 8
const LINE_GAP = 1.5

/**
 * A paragraph, measured: what it is made of, where it stands, and how many lines are left free above it; whether it is of
 * the letter's end, which stays together.
 */
type Block = {
  words: ReturnType<ReturnType<typeof measurer>>
  weight: FontWeight
  x: number
  above: number
  isEnd: boolean
}

/**
 * The letter as a PDF file: A4, on one page or two; with very many lines, in small print on as many as it takes. The text
 * is measured once, its pages are counted for each size without drawing, and it is drawn once.
 */
export function letterPdf({ written, to, date, note = '' }: PrintedLetter): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: fontFile('serif', 'latin', 400),
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: written.subject, Author: written.name },
  })
  const file = buffer(doc)
  const blocks = blocksOf(doc, { written, to, date, note })
  const em = emOf(doc)
  const fitting = TRIES.find(({ size, most }) => set(blocks, size, em, () => undefined) <= most)
  const size = fitting?.size ?? SMALLEST
  let page = 1
  set(blocks, size, em, (line, { weight, x }, at) => {
    for (; page < at.page; page++) doc.addPage()
    write(doc, line, { weight, x, y: at.y, size })
  })
  doc.end()
  return file
}

function blocksOf(doc: PDFKit.PDFDocument, { written, to, date, note = '' }: PrintedLetter): Block[] {
  const measure = { 400: measurer(doc, 'serif', 400), 700: measurer(doc, 'serif', 700) }
  const blocks: Block[] = []
  const say = (text: string, { above = 0, x = MARGIN, weight = 400 as 400 | 700, isEnd = false } = {}) => {
    blocks.push({ words: measure[weight](text), weight, x, above, isEnd })
  }
  say(date, { x: DATE_AT })
  for (const [at, line] of to.entries()) say(line, { above: at === 0 ? 1 : 0 })
  say(written.salutation, { above: 1 })
  say(written.subject, { above: 0.7, weight: 700 })
  for (const paragraph of written.body.split(/\n\s*\n/)) {
    for (const [at, line] of paragraph.split('\n').entries()) say(line, { above: at === 0 ? 0.7 : 0 })
  }
  say(written.signOff, { above: 1, isEnd: true })
  for (const [at, line] of writerLines(written).entries()) say(line, { above: at === 0 ? 3 : 0, isEnd: true })
  if (note !== '') say(note, { above: 1.5, isEnd: true })
  return blocks
}

/** The height of a line of one point, without the gap below it. */
function emOf(doc: PDFKit.PDFDocument): number {
  return doc
    .font(fontFile('serif', 'latin', 400))
    .fontSize(1)
    .currentLineHeight(true)
}

/** Lays the blocks out in a size, giving each line with its place; gives how many pages it takes. */
function set(blocks: Block[], size: number, em: number, place: (line: Line, block: Block, at: Place) => void): number {
  const high = em * size
  const lines = blocks.flatMap((block) =>
    linesOf(block.words, (A4.width - MARGIN - block.x) / size).map((line, at) => ({
      line,
      block,
      above: at === 0 ? block.above * high : 0,
      isEnd: block.isEnd,
    })),
  )
  const places = setInPages(lines, { top: MARGIN, bottom: A4.height - MARGIN, high, gap: LINE_GAP })
  for (const [at, { line, block }] of lines.entries()) {
    const where = places[at]
    if (where) place(line, block, where)
  }
  return places.at(-1)?.page ?? 1
}

type Look = { weight: FontWeight; x: number; y: number; size: number }

function write(doc: PDFKit.PDFDocument, line: Line, { weight, x, y, size }: Look): void {
  let at = x
  for (const { subset, text, width } of line) {
    doc
      .font(fontFile('serif', subset, weight))
      .fontSize(size)
      .text(text, at, y, { lineBreak: false })
    at += width * size
  }
}
