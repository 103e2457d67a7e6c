import { withoutPiles } from '@/lib/kernel/text'

/**
 * The words of a name of a place or person as they are compared: without accents, case, punctuation and "and",
 * so that "Ynys Môn" is "ynys mon", and "Mid & South Pembrokeshire" is "mid south pembrokeshire". Saint is st.
 */
export function foldWords(name: string): string[] {
  return withoutPiles(name)
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'and')
    .map((word) => (word === 'saint' ? 'st' : word))
}

/** The folded words in one line, to compare or to sort by. */
export function foldName(name: string): string {
  return foldWords(name).join(' ')
}
