import type { Seat } from '@/lib/directory/lookup'
import type { CampaignContent } from './content'
import type { MpGroup } from './mp-groups'

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

/** The content as it reads for a group of MPs: its own wordings in their slots, its asks left out. */
export function contentFor(content: CampaignContent, group: MpGroup | null): CampaignContent {
  if (!group) return content
  const { asks, subjects, openings, requests, closes } = group.wordings
  const { letter } = content
  return {
    ...content,
    letter: {
      subjects: subjects ?? letter.subjects,
      openings: openings ?? letter.openings,
      requests: requests ?? letter.requests,
      closes: closes ?? letter.closes,
    },
    asks: content.asks
      .filter(({ id }) => !group.leaveOut.includes(id))
      .map((ask) => ({ ...ask, wordings: asks[ask.id] ?? ask.wordings })),
  }
}

function belongs({ parties, nations, seats }: MpGroup, { code, nation, mp }: WhoSits): boolean {
  return (
    (parties.length === 0 || (mp !== null && parties.some((party) => isOf(mp.party, party)))) &&
    (nations.length === 0 || nations.some((one) => one === nation)) &&
    (seats.length === 0 || seats.includes(code))
  )
}

/** "Labour" names those who sit as "Labour (Co-op)" as well: they take one whip. */
function isOf(party: string, named: string): boolean {
  const [one, other] = [party, named].map((text) => text.toLowerCase().trim())
  return one === other || (one?.startsWith(`${other} (`) ?? false)
}
