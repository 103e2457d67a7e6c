import { counted, grouped } from '@/lib/kernel/text'
import type { SlotRow, SlotsInWords } from '@/lib/writing/draft-as-letter-type'
import { LETTERS, type LetterFigures } from './letter-figures'
import { slotName } from './letter-slots'
import type { SlotFigures } from './slots-in-figures'
import { MORE } from './with-more'

/** Wordings of a slot in one voice with which letters to one MP differ enough. */
export const LEAST_WORDINGS = 4
/** Ways of saying a wording below which it comes back soon: two alternatives in two places. */
const LEAST_WAYS = 4
/** Times, of a hundred letters, from which on a sentence is worth more alternatives. */
const COMES_BACK = 2

/** The figures of a draft's letters as staff read them beside their text; `null` while no letter can be made. */
export function slotsInWords(figures: readonly LetterFigures[]): SlotsInWords | null {
  const [all, ...groups] = figures
  if (!all) return null
  const ofGroups = groups.map(
    ({ group, repeated }) => `For “${group}”: ${repeated ? `up to ${counted(repeated.times, 'time')}` : 'none'}.`,
  )
  return { says: [...inAll(all), ...ofGroups], rows: all.slots.map(rowOf) }
}

function inAll({ repeated, withMore, slots }: LetterFigures): string[] {
  const start = `With ${LETTERS} letters to one MP, an office would see`
  if (!repeated || repeated.times < 2) return [`${start} no sentence of eight words or more twice.`]
  const asks = slots.map(({ ask, title }) => ({ id: ask, title }))
  const where = slotName(repeated, asks)
  const more =
    withMore === null
      ? ''
      : ` With ${MORE} more wordings there, as long and with as many alternatives, it would be up to ${counted(withMore, 'time')}.`
  return [
    `${start} the same sentence up to ${counted(repeated.times, 'time')}.`,
    `It is ${where}: “${repeated.text}”${more}`,
  ]
}

function rowOf(slot: SlotFigures): SlotRow {
  const { voices, fewestWays } = slot
  const some = voices.filter(({ wordings }) => wordings > 0)
  return {
    key: `${slot.slot} ${slot.ask}`,
    name: slot.title === '' ? PLURALS[slot.slot] : slot.title,
    wordings:
      some.map(({ name, wordings }) => (name === '' ? String(wordings) : `${name}\u00a0${wordings}`)).join(', ') || '0',
    ways: fewestWays > 0 ? grouped(fewestWays) : '–',
    times: timesOf(slot),
    missing: missingIn(slot),
  }
}

function timesOf({ slot, repeated }: SlotFigures): string {
  if (slot === 'following') return 'only after own words'
  if (slot === 'mention') return 'only where three asks or more are picked'
  if (!repeated) return 'none of eight words or more'
  return repeated.times < 2 ? 'none twice' : `up to ${counted(repeated.times, 'time')}`
}

/** What is missing to four wordings in each voice, and to a few ways of saying those that come back. */
function missingIn({ slot, voices, fewestWays, repeated }: SlotFigures): string {
  const written = voices.some(({ wordings }) => wordings > 0)
  if (!written) return slot === 'following' || slot === 'mention' ? 'Optional' : 'Everything'
  const least = slot === 'mention' ? 1 : LEAST_WORDINGS
  const wordings = voices
    .filter((voice) => voice.wordings < least)
    .map((voice) => `${counted(least - voice.wordings, 'wording')}${voice.name === '' ? '' : ` in ${voice.name}`}`)
  const comesBack = (repeated?.times ?? 0) > COMES_BACK
  const ways = comesBack && fewestWays < LEAST_WAYS ? ['alternatives in the poorest'] : []
  return [...wordings, ...ways].join('; ') || 'Nothing'
}

const PLURALS: Record<SlotFigures['slot'], string> = {
  subject: 'Subjects',
  opening: 'Openings',
  following: 'Openings after own words',
  ask: 'Asks',
  mention: 'Sentences that name other asks',
  naming: 'Asks in half a sentence',
  request: 'Requests',
  close: 'Closes',
}
