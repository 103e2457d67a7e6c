// State: one copy in a process.
import { regionOrNation } from '@/lib/directory/english-regions'
import type { Seat } from '@/lib/directory/lookup'
import { takesNoSeats } from '@/lib/directory/party-words'
import type { CampaignContent } from './content'
import type { MpGroup, WhoIsMeant } from './mp-groups'

/** Why nobody writes to this MP: the campaign is not for their nation, or staff set their group aside. */
export type Aside = { why: 'nation'; nations: string[] } | ({ why: 'group' } & NonNullable<MpGroup['aside']>)

type WhoSits = Pick<Seat, 'code' | 'nation'> & { mp: { party: string } | null }

/** The first group that a seat and who sits for it belong to, in the order that staff gave; `null` for none. */
export function groupOf(content: CampaignContent, seat: WhoSits): MpGroup | null {
  return content.groups.find((group) => belongs(group, seat)) ?? null
}

/** What there is in place of a letter to this MP; `null` where a letter can be written. */
export function asideOf(content: CampaignContent, seat: WhoSits): Aside | null {
  if (content.nations.length > 0 && !content.nations.some((nation) => nation === seat.nation)) {
    return { why: 'nation', nations: content.nations }
  }
  const aside = groupOf(content, seat)?.aside
  return aside ? { why: 'group', ...aside } : null
}

/** Made once for each group of a content: a letter's sentences are numbered by it, which takes longer than to read it. */
const made = new WeakMap<MpGroup, CampaignContent>()

/**
 * The content as it reads for a group of MPs: its own wordings in their slots, whatever the voice, and its asks left
 * out. Openings of a group stand after own words as well: those of the campaign would say what these replace.
 */
export function contentFor(content: CampaignContent, group: MpGroup | null): CampaignContent {
  if (!group) return content
  const known = made.get(group)
  if (known) return known
  const { asks, ...slots } = group.wordings
  const own = Object.fromEntries(
    Object.entries({ ...slots, ...(slots.openings && { followings: slots.openings }) }).filter(
      ([, wordings]) => wordings,
    ),
  )
  const read = {
    ...content,
    letter: { ...content.letter, ...own },
    voices: content.voices.map((voice) => ({ ...voice, ...own, asks: { ...voice.asks, ...asks } })),
    asks: content.asks
      .filter(({ id }) => !group.leaveOut.includes(id))
      .map((ask) => ({ ...ask, wordings: asks[ask.id] ?? ask.wordings })),
  }
  made.set(group, read)
  return read
}

/** Whether an MP is of a group: each criterion that is not empty has to hold. */
export function belongs(
  { parties, nations, regions, notSeated, seats }: WhoIsMeant,
  { code, nation, mp }: WhoSits,
): boolean {
  return (
    (parties.length === 0 || (mp !== null && parties.some((party) => isOfParty(mp.party, party)))) &&
    (!notSeated || (mp !== null && takesNoSeats(mp.party))) &&
    (nations.length === 0 || nations.some((one) => one === nation)) &&
    (regions.length === 0 || regions.some((one) => one === regionOrNation({ code, nation }))) &&
    (seats.length === 0 || seats.includes(code))
  )
}

/** "Labour" names those who sit as "Labour (Co-op)" as well: they take one whip. */
export function isOfParty(party: string, named: string): boolean {
  const [one, other] = [party, named].map((text) => text.toLowerCase().trim())
  return one === other || (one?.startsWith(`${other} (`) ?? false)
}
