import type { CampaignContent } from '@/lib/content/content'

/** A slot's wordings with their path in the content and what staff call it. */
export type NamedSlot = { field: string; name: string; wordings: string[] }

/** Every slot that staff have written, those of groups after the campaign's own. */
export function letterSlots({ letter, asks, groups }: CampaignContent): NamedSlot[] {
  return [
    { field: 'letter.subjects', name: 'Subjects', wordings: letter.subjects },
    { field: 'letter.openings', name: 'Openings', wordings: letter.openings },
    ...asks.map(({ title, wordings }, at) => ({ field: `asks.${at}.wordings`, name: title, wordings })),
    { field: 'letter.requests', name: 'Requests', wordings: letter.requests },
    { field: 'letter.closes', name: 'Closes', wordings: letter.closes },
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
