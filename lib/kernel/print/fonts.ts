// State: one copy in a process.
import { join } from 'node:path'
import { openSync } from 'fontkit'

/** The two voices, as whole families of files: the interface's sans, and the serif of letters. */
const FAMILIES = {
  sans: { name: 'libre-franklin', subsets: ['latin', 'latin-ext', 'vietnamese', 'cyrillic'] },
  serif: { name: 'source-serif-4', subsets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] },
} as const

export type FontFamily = keyof typeof FAMILIES
/** The families are cut by script; each subset has the letters that its ranges name. */
export type FontSubset = (typeof FAMILIES)[FontFamily]['subsets'][number]
export type FontWeight = 400 | 500 | 600 | 700 | 800
export type Run = { subset: FontSubset; text: string }

/** The file of one subset of a family, upright: WOFF, which drawing libraries read. */
export function fontFile(family: FontFamily, subset: FontSubset, weight: FontWeight): string {
  const { name } = FAMILIES[family]
  return join(folderOf(family), 'files', `${name}-${subset}-${weight}-normal.woff`)
}

/** A text cut where another subset of the family is needed. A sign that none has (an emoji, Arabic) becomes "?". */
export function runsOf(family: FontFamily, text: string): Run[] {
  const runs: Run[] = []
  for (const sign of text.normalize('NFC')) {
    const last = runs.at(-1)
    const stays = last && holds(family, last.subset, sign)
    const subset = stays ? last.subset : FAMILIES[family].subsets.find((each) => holds(family, each, sign))
    if (subset === undefined && MARK.test(sign)) continue
    if (last && (subset === undefined || subset === last.subset)) last.text += subset ? sign : UNKNOWN
    else runs.push({ subset: subset ?? 'latin', text: subset ? sign : UNKNOWN })
  }
  return runs
}

/** Joiners, selectors and accents that hang on a sign which is not there. */
const MARK = /[\p{M}\p{Cf}\p{Emoji_Modifier}]/u
const UNKNOWN = '?'

const signs = new Map<string, Set<number>>()

/** Asked of the file itself: its package names whole ranges, in which it lacks some letters. */
function holds(family: FontFamily, subset: FontSubset, sign: string): boolean {
  const file = fontFile(family, subset, 400)
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
