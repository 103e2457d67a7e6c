import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { fontFile } from '../kernel/print-fonts'
import { printText } from '../kernel/print-text'
import type { sentLetter } from './sent-letter'

type Parts = {
  written: ReturnType<typeof sentLetter>
  /** Whom it is addressed to, a line each. */
  to: string[]
  /** In words: "6 October 2020". */
  date: string
}

/** 2.5 cm, in points. */
const MARGIN = 71
/** Where the writer's address begins, as in a British letter: 12 cm from the left edge. */
const ADDRESS_AT = 340
/** In points; the first that fits is taken. */
const SIZES = [11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8]
const ONE_PAGE_SIZES = [11.5, 11, 10.5, 10]
const SMALLEST = 8
const A4_WIDTH = 595.28
const A4_HEIGHT = 841.89
const PAGES_MOST = 2
const LINE_GAP = 1.5

/** The letter as a PDF file: A4, on one page or two; with very many lines, in small print on as many as it takes. */
export async function letterPdf(parts: Parts): Promise<Buffer> {
  const whole = {
    ...parts,
    written: { ...parts.written, body: cut(parts.written.body), subject: cut(parts.written.subject) },
  }
  for (const { size, most } of tries(whole.written.body)) {
    const { file, pages } = await drawn(whole, size)
    if (pages <= most) return file
  }
  return (await drawn(whole, SMALLEST)).file
}

/** The sizes to try in turn, each with the pages that it may take: one page in good print, else two. */
function tries(body: string): { size: number; most: number }[] {
  const fitting = (sizes: number[], most: number) =>
    sizes.filter((size) => linesAt(size, body) <= linesOn(most, size)).map((size) => ({ size, most }))
  return [...fitting(ONE_PAGE_SIZES, 1), ...fitting(SIZES, PAGES_MOST)]
}

/** About how many lines a body takes: what surely does not fit is not drawn to see that it does not. */
function linesAt(size: number, body: string): number {
  const inLine = (A4_WIDTH - 2 * MARGIN) / (size * 0.42)
  return body.split('\n').reduce((sum, line) => sum + Math.max(0.6, Math.ceil(line.length / inLine)), 0)
}

function linesOn(pages: number, size: number): number {
  return (pages * (A4_HEIGHT - 2 * MARGIN)) / (size * 1.25)
}

/** A word that no line can hold is broken: setting it whole takes the longer the more of it there is. */
function cut(text: string): string {
  return text.replace(/\S{60}(?=\S)/g, '$& ')
}

async function drawn({ written, to, date }: Parts, size: number): Promise<{ file: Buffer; pages: number }> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: fontFile('serif', 'latin', 400),
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: written.subject, Author: written.name },
  })
  const file = buffer(doc)
  let pages = 1
  doc.on('pageAdded', () => pages++)
  doc.fontSize(size)
  const say = (text: string, weight: 400 | 700 = 400, x = MARGIN) => {
    doc.x = x
    printText(doc, text, { family: 'serif', weight, size, width: doc.page.width - MARGIN - x, lineGap: LINE_GAP })
  }
  for (const line of [written.name, ...written.address, written.postcode, written.email]) say(line, 400, ADDRESS_AT)
  doc.moveDown()
  say(date, 400, ADDRESS_AT)
  doc.moveDown()
  for (const line of to) say(line)
  doc.moveDown()
  say(written.salutation)
  doc.moveDown(0.7)
  say(written.subject, 700)
  for (const paragraph of written.body.split(/\n\s*\n/)) {
    doc.moveDown(0.7)
    for (const line of paragraph.split('\n')) say(line)
  }
  doc.moveDown()
  say(written.signOff)
  doc.moveDown(3)
  say(written.name)
  doc.end()
  return { file: await file, pages }
}
