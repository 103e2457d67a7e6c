import { type FontFamily, type FontWeight, fontFile, runsOf } from './fonts'

/** A sheet of A4 (ISO 216), in points. */
export const A4 = { width: 595.28, height: 841.89 }

/** How a paragraph is set. */
export type Look = {
  family: FontFamily
  weight: FontWeight
  /** In points. */
  size: number
} & Pick<PDFKit.Mixins.TextOptions, 'width' | 'lineGap' | 'align' | 'characterSpacing'>

/** Writes one paragraph into a PDF where the document stands, run by run: each script has a font file of its own. */
export function printText(doc: PDFKit.PDFDocument, text: string, { family, weight, size, ...options }: Look): void {
  const runs = runsOf(family, text)
  doc.fontSize(size)
  for (const [at, run] of runs.entries()) {
    doc.font(fontFile(family, run.subset, weight)).text(run.text, { ...options, continued: at < runs.length - 1 })
  }
}

/** How high such a paragraph becomes, in points: as if all of it were in Latin letters. */
export function printedHeight(doc: PDFKit.PDFDocument, text: string, look: Look): number {
  const { family, weight, size, ...options } = look
  return doc
    .font(fontFile(family, 'latin', weight))
    .fontSize(size)
    .heightOfString(text, options)
}

/** How wide it would be in one line, in points. */
export function printedWidth(doc: PDFKit.PDFDocument, text: string, look: Look): number {
  const { family, weight, size, characterSpacing = 0 } = look
  return doc
    .font(fontFile(family, 'latin', weight))
    .fontSize(size)
    .widthOfString(text, { characterSpacing })
}
