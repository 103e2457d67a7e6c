import { z } from 'zod'
import { englishRegions } from '@/lib/directory/english-regions'
import { paragraphs, subjects, wordings } from './content-slots'
import { idOf, line, listOf, part } from './content-text'

export const NATIONS = ['England', 'Northern Ireland', 'Scotland', 'Wales'] as const

const none = { least: 0, most: 650 }

/** The nations that a group or a campaign is for; none named means all. */
export const nations = (label: string) =>
  listOf(label, z.enum(NATIONS, { error: `${label}: one of ${NATIONS.join(', ')}.` }), { least: 0, most: 4 })

/** In place of a letter: what the visitor is told, and what they can do. */
const aside = part('In place of a letter', {
  title: line('Title in place of a letter', 90),
  paragraphs: paragraphs('Message in place of a letter', 6),
  /** Shows how to thank the MP: an MP who has already acted. */
  thank: z.boolean().default(false),
  /** Shows how to pass the campaign on to somebody with another MP. */
  share: z.boolean().default(true),
})

/** MPs who get other wording, or no letter. Each criterion that is not empty has to hold. */
export const mpGroup = part('Group of MPs', {
  id: idOf('Group of MPs'),
  /** What staff call it. */
  name: line('Name of a group of MPs', 80),
  /** As the directory names them; "Labour" is "Labour (Co-op)" too. */
  parties: listOf('Parties of a group', line('Party of a group', 60), none),
  nations: nations('Nations of a group'),
  /** Regions of England; none named means all. */
  regions: listOf(
    'Regions of a group',
    z.enum(englishRegions, { error: `Regions of a group: one of ${englishRegions.join(', ')}.` }),
    { least: 0, most: englishRegions.length },
  ).default([]),
  /** Only those who do not take their seats in the House of Commons. */
  notSeated: z.boolean().default(false),
  seats: listOf(
    'Seats of a group',
    z.string().regex(/^[ENSW]\d{8}$/, { error: 'Seat of a group: a code like E14001172.' }),
    none,
  ),
  /** Wordings in place of the campaign's own, slot by slot; a slot that is not named stays. */
  wordings: part('Wordings of a group', {
    subjects: subjects('Subjects for a group').optional(),
    openings: wordings('Openings for a group').optional(),
    requests: wordings('Requests for a group').optional(),
    closes: wordings('Closes for a group').optional(),
    asks: z.record(z.string(), wordings('Wordings of an ask for a group')).default({}),
  }).prefault({}),
  /** Ids of asks that these MPs are not asked. */
  leaveOut: listOf('Asks left out', z.string(), { least: 0, most: 8 }).default([]),
  aside: aside.nullable().default(null),
}).superRefine((group, ctx) => {
  if (group.notSeated || group.parties.length + group.nations.length + group.regions.length + group.seats.length > 0)
    return
  const message = `Group of MPs: "${group.name}" would be every MP. Name a party, a nation, a region or a seat, or tick those who do not take their seats.`
  ctx.addIssue({ code: 'custom', path: ['parties'], message })
})
export type MpGroup = z.infer<typeof mpGroup>

/** Whom a group is of: each criterion that is not empty has to hold. */
export type WhoIsMeant = Pick<MpGroup, 'parties' | 'nations' | 'regions' | 'notSeated' | 'seats'>

type WithGroups = { asks: { id: string }[]; groups: MpGroup[] }

/** Refuses groups that name an ask which the campaign does not have, or leave every ask out. */
export function groupsFitAsks({ asks, groups }: WithGroups, ctx: z.core.$RefinementCtx<WithGroups>): void {
  const ids = asks.map((ask) => ask.id)
  for (const [at, { name, leaveOut, wordings: own }] of groups.entries()) {
    const add = (path: string[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['groups', at, ...path], message: `Group of MPs: "${name}" ${message}` })
    for (const id of leaveOut) if (!ids.includes(id)) add(['leaveOut'], `leaves out "${id}", which is no ask.`)
    for (const id of Object.keys(own.asks)) {
      if (!ids.includes(id)) add(['wordings', 'asks', id], `has wordings for "${id}", which is no ask.`)
    }
    if (ids.every((id) => leaveOut.includes(id))) {
      add(['leaveOut'], 'leaves every ask out. Set the group aside instead, and say why.')
    }
  }
}
