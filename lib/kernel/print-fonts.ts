import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The two voices, as whole families of files: the interface's sans, and the serif of letters. */
const FAMILIES = {
  sans: { name: 'libre-franklin', pieces: ['latin', 'latin-ext', 'vietnamese', 'cyrillic'] },
  serif: { name: 'source-serif-4', pieces: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] },
} as const

export type FontFamily = keyof typeof FAMILIES
/** The families are cut by script; each piece has the letters that its ranges name. */
export type FontPiece = (typeof FAMILIES)[FontFamily]['pieces'][number]
export type FontWeight = 400 | 500 | 600 | 700 | 800
export type Run = { piece: FontPiece; text: string }

/** The file of one piece of a family, upright: WOFF, which drawing libraries read. */
export function fontFile(family: FontFamily, piece: FontPiece, weight: FontWeight): string {
  const { name } = FAMILIES[family]
  return join(folderOf(family), 'files', `${name}-${piece}-${weight}-normal.woff`)
}

/** A text cut where another piece of the family is needed. A sign that none has (an emoji, Arabic) becomes "?". */
export function runsOf(family: FontFamily, text: string): Run[] {
  const runs: Run[] = []
  for (const sign of text.normalize('NFC')) {
    const last = runs.at(-1)
    const stays = last && holds(family, last.piece, sign)
    const piece = stays ? last.piece : FAMILIES[family].pieces.find((each) => holds(family, each, sign))
    if (piece === undefined && MARK.test(sign)) continue
    if (last && (piece === undefined || piece === last.piece)) last.text += piece ? sign : UNKNOWN
    else runs.push({ piece: piece ?? 'latin', text: piece ? sign : UNKNOWN })
  }
  return runs
}

/** Joiners, selectors and accents that hang on a sign which is not there. */
const MARK = /[\p{M}\p{Cf}\p{Emoji_Modifier}]/u
const UNKNOWN = '?'

const ranges = new Map<FontFamily, Map<string, [number, number][]>>()

function holds(family: FontFamily, piece: FontPiece, sign: string): boolean {
  const known = ranges.get(family) ?? readRanges(family)
  ranges.set(family, known)
  const code = sign.codePointAt(0) ?? 0
  return known.get(piece)?.some(([from, to]) => code >= from && code <= to) ?? false
}

/** What each piece holds, as the package says: `{"latin": "U+0000-00FF,U+0131,…"}`. */
function readRanges(family: FontFamily): Map<string, [number, number][]> {
  const named: Record<string, string> = JSON.parse(readFileSync(join(folderOf(family), 'unicode.json'), 'utf8'))
  return new Map(
    Object.entries(named).map(([piece, list]) => [
      piece,
      list.split(',').map((range): [number, number] => {
        const [from = '', to = from] = range.trim().replace('U+', '').split('-')
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
      }),
    ]),
  )
}

function folderOf(family: FontFamily): string {
  return join(process.cwd(), 'node_modules/@fontsource', FAMILIES[family].name)
}
