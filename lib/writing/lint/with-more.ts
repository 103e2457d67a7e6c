import type { CampaignContent } from '@/lib/content/content'
import type { Slot } from '@/lib/writing/wordings/letter-kit'
import { drawInTurn } from './letters-in-turn'
import { mostRepeatedOfSlots } from './repeats'

/** So many wordings more are tried. */
export const MORE = 2
/** As many as a slot may have: lib/content/content-slots.ts. */
const WORDINGS_MOST = 12
const KEYS = { opening: 'openings', request: 'requests', close: 'closes' } as const

/**
 * How often the most often repeated sentence of a slot would come up among so many letters, had each voice that has its
 * own two wordings more there: as long as the first two that it has, with as many alternatives. `null` for a slot that
 * is full or of which letters as given hold nothing.
 */
export function* timesWithMore(
  content: CampaignContent,
  place: { slot: Slot; ask: string },
  letters: number,
): Generator<void, number | null> {
  const richer = withMore(content, place)
  if (!richer) return null
  const drawn = []
  for (const letter of drawInTurn(richer, letters)) {
    drawn.push(letter)
    yield
  }
  const ofSlot = mostRepeatedOfSlots(drawn).find(({ slot, ask }) => slot === place.slot && ask === place.ask)
  return ofSlot?.times ?? null
}

function withMore(content: CampaignContent, { slot, ask }: { slot: Slot; ask: string }): CampaignContent | null {
  let isFull = false
  const more = (wordings: string[]) => {
    if (wordings.length + MORE > WORDINGS_MOST) isFull = true
    return [...wordings, ...wordings.slice(0, MORE).map(inOtherLetters)]
  }
  const richer =
    slot === 'ask'
      ? {
          ...content,
          asks: content.asks.map((one) => (one.id === ask ? { ...one, wordings: more(one.wordings) } : one)),
          voices: content.voices.map((voice) => {
            const own = voice.asks[ask]
            return own ? { ...voice, asks: { ...voice.asks, [ask]: more(own) } } : voice
          }),
        }
      : slot === 'opening' || slot === 'request' || slot === 'close'
        ? {
            ...content,
            letter: { ...content.letter, [KEYS[slot]]: more(content.letter[KEYS[slot]]) },
            voices: content.voices.map((voice) => {
              const own = voice[KEYS[slot]]
              return own ? { ...voice, [KEYS[slot]]: more(own) } : voice
            }),
          }
        : null
  return isFull ? null : richer
}

/** A text of the same length, words and alternatives that shares no word with it: each letter is another one. */
function inOtherLetters(text: string): string {
  return text.replace(/\{(?:mp|constituency|nation|others)\}|[a-z]/gi, (found) => {
    if (found.length > 1) return found
    const from = found === found.toLowerCase() ? 97 : 65
    return String.fromCharCode(((found.charCodeAt(0) - from + 13) % 26) + from)
  })
}
