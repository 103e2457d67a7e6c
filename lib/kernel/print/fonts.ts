// State: one copy in a process.
import { join } from 'node:path'
import { openSync } from 'fontkit'

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

const signs = new Map<string, Set<number>>()

/** Asked of the file itself: its package names whole ranges, in which it lacks some letters. */
function holds(family: FontFamily, piece: FontPiece, sign: string): boolean {
  const file = fontFile(family, piece, 400)
  const known = signs.get(file) ?? signsIn(file)
  signs.set(file, known)
  return known.has(sign.codePointAt(0) ?? 0)
}

function signsIn(file: string): Set<number> {
  const font = openSync(file)
  if (!('characterSet' in font)) throw new Error(`${file} is no single font.`)
  return new Set(font.characterSet)
}

function folderOf(family: FontFamily): string {
  return join(process.cwd(), 'node_modules/@fontsource', FAMILIES[family].name)
}
