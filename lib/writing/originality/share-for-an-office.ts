import { aboutShare, percentOf } from './share-in-words'

/** The share of a letter that is its writer's own, from 0 to 1, as a number with what was counted; `null`: too little to tell. */
export function shareInNumbers(share: number | null): string {
  if (share === null)
    return 'Not told: the letter has too few different words to say how much of it is the writer’s own'
  return `${percentOf(share)}% of the text is the writer’s own: words that stand in no sentence of the campaign’s`
}

/** The same as a sentence of its own for below a letter, about its writer as "they". */
export function shareBelowLetter(share: number | null): string {
  if (share === null) return 'It has too few different words for us to say how much of it is their own.'
  if (share === 0) return 'Its wording is the campaign’s.'
  if (share < 0.1) return 'Nearly all of its wording is the campaign’s.'
  if (share < 1) return `${aboutShare(share)} of its wording is their own.`
  return 'All of its wording is their own.'
}
