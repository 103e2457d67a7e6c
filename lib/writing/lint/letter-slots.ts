import type { CampaignContent } from '@/lib/content/content'
import type { Slot } from '@/lib/writing/wordings/letter-kit'

/** A slot's wordings with their path in the content and what staff call it. */
export type NamedSlot = { field: string; name: string; slot: Slot; wordings: string[] }

const OF_KEYS: Record<string, Slot> = {
  subjects: 'subject',
  openings: 'opening',
  followings: 'following',
  mentions: 'mention',
  requests: 'request',
  closes: 'close',
}

/** Every slot that staff have written, those of groups after the campaign's own. */
export function letterSlots({ letter, asks, voices, groups }: CampaignContent): NamedSlot[] {
  return [
    { field: 'letter.subjects', name: 'Subjects', slot: 'subject', wordings: letter.subjects },
    { field: 'letter.openings', name: 'Openings', slot: 'opening', wordings: letter.openings },
    ...some({
      field: 'letter.followings',
      name: 'Openings after own words',
      slot: 'following',
      wordings: letter.followings,
    }),
    ...some({
      field: 'letter.mentions',
      name: 'Sentences that name other asks',
      slot: 'mention',
      wordings: letter.mentions,
    }),
    ...asks.flatMap(({ title, wordings, mention }, at): NamedSlot[] => [
      { field: `asks.${at}.wordings`, name: title, slot: 'ask', wordings },
      ...(mention === undefined
        ? []
        : [
            {
              field: `asks.${at}.mention`,
              name: `${title}, in half a sentence`,
              slot: 'naming' as const,
              wordings: [mention],
            },
          ]),
    ]),
    { field: 'letter.requests', name: 'Requests', slot: 'request', wordings: letter.requests },
    { field: 'letter.closes', name: 'Closes', slot: 'close', wordings: letter.closes },
    ...voices.flatMap(({ id: _id, name, asks: theirs, ...slots }, at) =>
      ownSlots(`voices.${at}`, name, slots, theirs, asks),
    ),
    ...groups.flatMap(({ name, wordings: { asks: theirs, ...slots } }, at) =>
      ownSlots(`groups.${at}.wordings`, name, slots, theirs, asks),
    ),
  ]
}

/** The slots that a voice or a group has wordings of its own for. */
function ownSlots(
  field: string,
  whose: string,
  slots: Record<string, string[] | undefined>,
  asks: Record<string, string[] | undefined>,
  named: CampaignContent['asks'],
): NamedSlot[] {
  const titleOf = (id: string) => named.find((ask) => ask.id === id)?.title ?? id
  return [
    ...Object.entries(slots).flatMap(([key, wordings]) => {
      const slot = OF_KEYS[key]
      return slot ? some({ field: `${field}.${key}`, name: `${whose}, ${key}`, slot, wordings }) : []
    }),
    ...Object.entries(asks).flatMap(([id, wordings]) =>
      some({ field: `${field}.asks.${id}`, name: `${whose}, “${titleOf(id)}”`, slot: 'ask', wordings }),
    ),
  ]
}

function some({ wordings, ...slot }: Omit<NamedSlot, 'wordings'> & { wordings: string[] | undefined }): NamedSlot[] {
  return wordings && wordings.length > 0 ? [{ ...slot, wordings }] : []
}

/** What staff call the slot that a sentence is of, and the ask by its title: "an opening", "a wording of “Call for …”". */
export function slotName(
  { slot, ask }: { slot: Slot; ask: string },
  asks: readonly { id: string; title: string }[],
): string {
  if (ask === '') return NAMES[slot]
  return `${NAMES[slot]} “${asks.find(({ id }) => id === ask)?.title ?? ask}”`
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
