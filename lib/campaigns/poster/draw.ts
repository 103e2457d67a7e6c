import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { accentName, printedAccent } from '@/lib/content/accent/accent-name'
import type { CampaignContent } from '@/lib/content/content'
import { basisOnPaper } from '@/lib/content/source/source-words'
import { fontFile } from '@/lib/kernel/print/fonts'
import { A4, type Look, printedHeight, printedWidth, printText } from '@/lib/kernel/print/text'
import { nameAndAddress } from '@/lib/settings/name-and-address'
import { codeAddress, typedAddress } from './address'
import { drawnCode } from './qr-code'

/** All that a poster is drawn from. */
export type Poster = {
  content: Pick<CampaignContent, 'title' | 'summary' | 'asks' | 'asksLead' | 'source' | 'palette' | 'accent'>
  slug: string
  appUrl: string
  /** The installation's name. */
  name: string
  /** Who is answerable for it, as the law on campaign material wants it named; `null` while nobody is. */
  operator: { name: string; address: string } | null
  /** What it says of itself at its head where the campaign is not live yet. */
  proof?: string
}

const MARGIN = 42
const WIDTH = A4.width - 2 * MARGIN
const INK = '#12161a'
const AMBER = '#ffb81c'
const MUTED = '#3e4944'

/** The slip with the code, and the imprint below it, stand at the foot whatever is above. */
const SLIP = { y: 566, height: 192 }
const TEXT_TOP = 96
const TEXT_BOTTOM = SLIP.y - 22
/** Of the title, in points, with that of the text below it; the first pair with which everything has room is taken. */
const SIZES = [
  [92, 22],
  [80, 19],
  [70, 16],
  [62, 15],
  [56, 14],
  [50, 13],
  [45, 13],
  [40, 12],
  [36, 11],
  [32, 10],
  [28, 9],
  [24, 8],
] as const
type Size = (typeof SIZES)[number]

/** A poster as a PDF for an A4 sheet: what is asked, by what, and a code that leads to the campaign. */
export function drawPoster(poster: Poster): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    font: fontFile('sans', 'latin', 400),
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: poster.content.title, Author: poster.operator?.name ?? poster.name },
  })
  const file = buffer(doc)
  head(doc, poster.name, poster.proof)
  const fitting = SIZES.find((size) => text(doc, poster.content, size, false) <= TEXT_BOTTOM)
  text(doc, poster.content, fitting ?? [24, 8], true)
  slip(doc, poster)
  imprint(doc, poster)
  doc.end()
  return file
}

/** A thick rule over a thin one, as public notices have it, and whose notice it is. */
function head(doc: PDFKit.PDFDocument, name: string, proof: string | undefined): void {
  doc.rect(MARGIN, 36, WIDTH, 9).fill(INK).rect(MARGIN, 48, WIDTH, 1).fill(INK)
  doc.fillColor(INK)
  doc.x = MARGIN
  doc.y = 58
  printText(doc, name === 'Dear MP' ? 'Dear MP,' : name, { family: 'serif', weight: 600, size: 21, width: WIDTH })
  if (!proof) return
  doc.fillColor('#9b1c1c')
  doc.x = MARGIN
  doc.y = 64
  printText(doc, proof, { family: 'sans', weight: 700, size: 12, width: WIDTH, align: 'right' })
  doc.fillColor(INK)
}

/** Writes the title, the sentence and the asks, or only measures them. Gives where they end, in points from the top. */
function text(doc: PDFKit.PDFDocument, content: Poster['content'], [large, small]: Size, write: boolean): number {
  const say = (words: string, y: number, x: number, look: Look) => {
    const height = printedHeight(doc, words, look)
    if (write) {
      doc.x = x
      doc.y = y
      printText(doc, words, look)
    }
    return y + height
  }
  const title = { family: 'sans', weight: 800, size: large, width: WIDTH, lineGap: -0.22 * large } as const
  const plain = { family: 'sans', weight: 400, size: small, width: WIDTH, lineGap: 1.5 } as const
  const bold = { ...plain, weight: 700 } as const
  const inset = small * 2.4
  let y: number = TEXT_TOP
  const spaced = { ...title, characterSpacing: -0.025 * large }
  for (const line of linesOf(doc, content.title, spaced)) y = say(line, y, MARGIN, spaced)
  y = say(content.summary, y + 0.3 * large, MARGIN, { ...plain, size: small + 1.5, width: 0.86 * WIDTH })
  y = say(content.asksLead ?? 'Your letter asks:', y + 1.3 * small, MARGIN, { ...bold, size: small + 1 })
  for (const [at, ask] of content.asks.entries()) {
    y += 0.55 * small
    if (write) {
      doc.rect(MARGIN, y - 0.1 * small, 1.7 * small, 1.5 * small).fill(printedAccent(accentName(content)))
      doc.fillColor('#fff')
    }
    say(String(at + 1), y, MARGIN, { ...bold, width: 1.7 * small, align: 'center' })
    if (write) doc.fillColor(INK)
    y = say(ask.title, y, MARGIN + inset, { ...bold, size: small + 0.5, width: WIDTH - inset })
    if (content.asks.length <= 5) y = say(ask.summary, y, MARGIN + inset, { ...plain, width: WIDTH - inset })
  }
  return y
}

/** The lines of a headline, broken between words alone: a name with a hyphen in it stays in one. */
function linesOf(doc: PDFKit.PDFDocument, words: string, look: Look): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    const isFirst = lines.length === 0
    if (isFirst || printedWidth(doc, longer, look) > (look.width ?? 0)) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** The code on a slip of the campaign's colour, and what to do with it. */
function slip(doc: PDFKit.PDFDocument, { slug, appUrl, content }: Poster): void {
  const { y, height } = SLIP
  const inner = height - 28
  doc.rect(MARGIN, y, WIDTH, height).fill(printedAccent(accentName(content)))
  doc.rect(MARGIN + 14, y + 14, inner, inner).fill('#fff')
  const { size, stretches } = drawnCode(codeAddress(appUrl, slug))
  const module = inner / size
  for (const each of stretches) {
    doc.rect(MARGIN + 14 + each.x * module, y + 14 + each.y * module, each.length * module, module)
  }
  doc.fill(INK)
  const x = MARGIN + inner + 34
  const width = WIDTH - inner - 50
  const white = { family: 'sans', width } as const
  doc.fillColor('#fff')
  doc.x = x
  doc.y = y + 14
  for (const line of ['Scan to write', 'to your MP']) {
    printText(doc, line, { ...white, weight: 800, size: 31, lineGap: -5, characterSpacing: -0.7 })
  }
  doc.x = x
  doc.y += 7
  printText(doc, 'Your postcode finds them. A few words of your own make it a letter that gets read.', {
    ...white,
    weight: 400,
    size: 12.5,
    lineGap: 1,
  })
  doc.rect(x, y + height - 56, width, 3).fill(AMBER)
  doc.fillColor('#fff')
  const address = typedAddress(appUrl, slug)
  const typed = { ...white, weight: 700, size: 13 } as const
  doc.x = x
  doc.y = y + height - 46
  printText(doc, address, {
    ...typed,
    size: [13, 12, 11, 10].find((one) => fits(doc, address, { ...typed, size: one })) ?? 9,
  })
}

function fits(doc: PDFKit.PDFDocument, words: string, look: Look): boolean {
  return printedHeight(doc, words, look) < 1.6 * look.size
}

/** Who is answerable, and what it is based on. Who prints it is named by hand: only they know. */
function imprint(doc: PDFKit.PDFDocument, { operator, content: { source } }: Poster): void {
  const small = { family: 'sans', weight: 400, size: 8.5, width: WIDTH, lineGap: 2 } as const
  doc.fillColor(MUTED)
  doc.x = MARGIN
  doc.y = SLIP.y + SLIP.height + 12
  printText(
    doc,
    operator
      ? `Promoted by ${nameAndAddress(operator)}. Printed by ${'_'.repeat(44)}`
      : 'Nobody is named yet as running this campaign: not for printing.',
    small,
  )
  const basis = basisOnPaper(source)
  if (basis) printText(doc, basis, small)
}
