import type { CampaignContent } from '@/lib/content/content'
import type { Slot } from '@/lib/writing/wordings/letter-kit'

/** A slot's wordings with their path in the content and what staff call it. */
export type NamedSlot = { field: string; name: string; wordings: string[] }

/** Every slot that staff have written, those of groups after the campaign's own. */
export function letterSlots({ letter, asks, voices, groups }: CampaignContent): NamedSlot[] {
  return [
    { field: 'letter.subjects', name: 'Subjects', wordings: letter.subjects },
    { field: 'letter.openings', name: 'Openings', wordings: letter.openings },
    ...(letter.followings
      ? [{ field: 'letter.followings', name: 'Openings after own words', wordings: letter.followings }]
      : []),
    ...asks.map(({ title, wordings }, at) => ({ field: `asks.${at}.wordings`, name: title, wordings })),
    { field: 'letter.requests', name: 'Requests', wordings: letter.requests },
    { field: 'letter.closes', name: 'Closes', wordings: letter.closes },
    ...voices.flatMap(({ id: _id, name: voice, asks: theirs, ...slots }, at) =>
      [...Object.entries(slots), ...Object.entries(theirs).map(([id, own]) => [`asks.${id}`, own] as const)]
        .filter(([slot]) => slot !== 'mentions')
        .map(([slot, wordings]) => ({
          field: `voices.${at}.${slot}`,
          name: `${voice}, ${slot}`,
          wordings: wordings ?? [],
        })),
    ),
    ...groups
      .flatMap(({ name: group, wordings: { asks: theirs, ...slots } }, at) =>
        [...Object.entries(slots), ...Object.entries(theirs).map(([id, own]) => [`asks.${id}`, own] as const)].map(
          ([slot, wordings]) => ({
            field: `groups.${at}.wordings.${slot}`,
            name: `${group}, ${slot}`,
            wordings: wordings ?? [],
          }),
        ),
      )
      .filter(({ wordings }) => wordings.length > 0),
  ]
}

/** What staff call the slot that a sentence is of: "an opening", "a wording of “ceasefire”". */
export function slotName(of: { slot: Slot; ask: string } | null): string {
  if (!of) return 'nowhere'
  return of.ask === '' ? NAMES[of.slot] : `${NAMES[of.slot]} “${of.ask}”`
}

const NAMES: Record<Slot, string> = {
  subject: 'a subject',
  opening: 'an opening',
  following: 'an opening after own words',
  ask: 'a wording of the ask',
  mention: 'a sentence that names other asks',
  naming: 'half a sentence of the ask',
  request: 'a request',
  close: 'a close',
}
