/** Fixed text, or the alternatives of which one is said; `written` is how staff wrote it. */
export type Part = { said: string | string[]; written: string }

/** So many ways of saying one sentence are looked over one by one; none needs more. */
export const FORMS_MOST = 1000

/**
 * Reads `{a|b}` in a text: alternatives, of which one may be empty, and which may hold alternatives again. Braces
 * without a bar stay in the fixed text: they are placeholders, or faults. Never throws; past `FORMS_MOST` alternatives
 * are not spelled out any further.
 */
export function readParts(text: string): Part[] {
  const parts: Part[] = []
  const fixed = (said: string) => {
    const last = parts.at(-1)
    if (last && typeof last.said === 'string')
      parts[parts.length - 1] = { said: last.said + said, written: last.written + said }
    else if (said !== '') parts.push({ said, written: said })
  }
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('{', at)
    const close = open < 0 ? -1 : closing(text, open)
    if (close < 0) {
      fixed(text.slice(at))
      break
    }
    fixed(text.slice(at, open))
    const written = text.slice(open, close + 1)
    const alternatives = bars(written.slice(1, -1))
    if (alternatives.length === 1) fixed(written)
    else parts.push({ said: alternatives.flatMap(spelled).slice(0, FORMS_MOST + 1), written })
    at = close + 1
  }
  return parts
}

/** Every way of saying a text, in the order in which its forms are numbered. */
function spelled(text: string): string[] {
  return readParts(text).reduce<string[]>(
    (ways, { said }) =>
      [said]
        .flat()
        .flatMap((end) => ways.map((start) => start + end))
        .slice(0, FORMS_MOST + 1),
    [''],
  )
}

/** Where the brace that opens at `from` is closed; -1 where it is not. */
function closing(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}') depth--
    if (depth === 0) return at
  }
  return -1
}

/** A text cut at its bars, but not at those within braces of its own. */
function bars(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}') depth--
    else if (text[at] === '|' && depth === 0) {
      found.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...found, text.slice(from)]
}
