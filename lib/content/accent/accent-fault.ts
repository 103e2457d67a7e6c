import { accentThatHolds, LEAST_CONTRAST, nearestThatHolds, pair, readColour } from './accent'
import { ratio } from './contrasts'
import { LIGHT, WHITE } from './grounds'

const FIELD = 'Your own colour'

/** What keeps what was typed from being a campaign's own colour, in a sentence; `null` where nothing does. */
export function accentFault(typed: string): string | null {
  if (typed === '') return `${FIELD}: nothing is written here.`
  const colour = readColour(typed)
  if (!colour) return `${FIELD}: write a # and six digits or letters from a to f, as “#b03060”.`
  if (accentThatHolds(colour)) return null
  return `${FIELD}: it is too light to read by. White words on it have ${ratio(pair(WHITE, colour).is)}, words of it on the page’s grey ${ratio(pair(colour, LIGHT.desk).is)}; it takes ${LEAST_CONTRAST}:1. The nearest of the same hue that holds is ${nearestThatHolds(colour)}.`
}
