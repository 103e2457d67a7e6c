import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The family is cut by script; each piece has the letters that its ranges name. */
const PIECES = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const
const FAMILY = 'node_modules/@fontsource/source-serif-4'

export type FontPiece = (typeof PIECES)[number]
export type Run = { piece: FontPiece; text: string }

/** The file of one piece of the family, upright, in one of two weights. */
export function fontFile(piece: FontPiece, weight: 400 | 700): string {
  return join(process.cwd(), FAMILY, 'files', `source-serif-4-${piece}-${weight}-normal.woff`)
}

/** A text cut where another piece of the family is needed. A sign that none has (an emoji, Arabic) becomes "?". */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const sign of text.normalize('NFC')) {
    const last = runs.at(-1)
    const stays = last && holds(last.piece, sign)
    const piece = stays ? last.piece : PIECES.find((each) => holds(each, sign))
    if (piece === undefined && MARK.test(sign)) continue
    if (last && (piece === undefined || piece === last.piece)) last.text += piece ? sign : UNKNOWN
    else runs.push({ piece: piece ?? 'latin', text: piece ? sign : UNKNOWN })
  }
  return runs
}

/** Joiners, selectors and accents that hang on a sign which is not there. */
const MARK = /[\p{M}\p{Cf}\p{Emoji_Modifier}]/u
const UNKNOWN = '?'

let ranges: Map<string, [number, number][]> | undefined

function holds(piece: FontPiece, sign: string): boolean {
  ranges ??= readRanges()
  const code = sign.codePointAt(0) ?? 0
  return ranges.get(piece)?.some(([from, to]) => code >= from && code <= to) ?? false
}

/** What each piece holds, as the package says: `{"latin": "U+0000-00FF,U+0131,…"}`. */
function readRanges(): Map<string, [number, number][]> {
  const named: Record<string, string> = JSON.parse(readFileSync(join(process.cwd(), FAMILY, 'unicode.json'), 'utf8'))
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
