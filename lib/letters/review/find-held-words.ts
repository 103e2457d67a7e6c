/** More links than a letter of a constituent's has. */
const LINKS_MOST = 5
const LINK = /\bhttps?:\/\/|\bwww\./gi

/** Why a letter is held: by which rule, and in words for staff. */
export type Finding = { rule: 'words' | 'links'; note: string }

/**
 * Why a person has to look at a letter before it goes, for what it says; `null` for an ordinary letter. `held` are
 * the words and phrases that staff keep: each counts as a whole word, whatever its case, accents and punctuation.
 */
export function reviewWords(text: string, held: string[]): Finding | null {
  const plain = ` ${plainWords(text)} `
  const word = held.find((each) => plainWords(each) !== '' && plain.includes(` ${plainWords(each)} `))
  if (word) return { rule: 'words', note: `It holds “${word}”, which is on the list of words.` }
  const links = text.match(LINK)?.length ?? 0
  return links > LINKS_MOST ? { rule: 'links', note: `It holds ${links} links.` } : null
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
