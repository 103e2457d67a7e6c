import type { narrowers } from '@/app/staff/_figures/narrowed'
import { places } from '@/app/staff/places'
import { heldReasons, letterStates, reviewRuleNames } from '@/db/schema/index'
import { figureGroups } from '@/lib/figures/export/input'
import { addDays } from '@/lib/kernel/time/day'

/** What is asked for; of a file only its beginning is waited for. */
export type View = { name: string; path: string; isFile?: boolean }

/** What the views are of: `letter` is one of the queue’s later pages. */
export type Ground = { campaign: { id: string; slug: string }; today: string; began: string; letter: string }

const VIEWS = {
  overview: 'view=overview',
  'by day': 'view=time&by=day',
  'by hour': 'view=time&by=hour',
  constituencies: 'view=places',
  MPs: 'view=places&kind=mp',
  parties: 'view=places&kind=party',
  sources: 'view=sources',
  'own links': 'view=sources&kind=share',
  letters: 'view=letters',
}

/** Each alone, and what costs most of them together. */
const FILTERS: Record<string, Partial<Record<(typeof narrowers)[number], string>>> = {
  'of a party': { party: 'Labour' },
  'of a nation': { nation: 'England' },
  'of a region': { region: 'London' },
  'of a source': { source: 'newsletter 4' },
  'of no source': { source: 'none' },
  'of a party and a source': { party: 'Labour', source: 'newsletter 4' },
}

const FIND = {
  'an MP': { mp: 'Smith' },
  'a seat': { mp: 'Torquay' },
  'no MP': { mp: 'xylophone' },
  'a domain': { domain: 'example.org' },
  likeness: { alike: '90' },
  'a source': { source: 'newsletter 4' },
  'a source that nobody has': { source: 'xylophone' },
  'what waits for a person': { look: '1' },
  complaints: { complained: '1' },
  'not genuine': { notGenuine: '1' },
  'an MP, delivered': { mp: 'Smith', state: 'delivered' },
  'a source, held': { source: 'newsletter 4', state: 'held' },
}

/** Every view that staff have, with each filter, and each span of days. */
export function viewsOf({ campaign, today, began, letter }: Ground): View[] {
  const spans = {
    today: { from: today, to: today },
    '7 days': { from: addDays(today, -6), to: today },
    '30 days': { from: addDays(today, -29), to: today },
    'since the start': { from: began, to: today },
  }
  const dashboard = (name: string, view: string, query: Record<string, string>): View => ({
    name,
    path: `/staff/dashboard?${view}&${new URLSearchParams({ campaign: campaign.slug, ...query })}`,
  })
  const queue = (name: string, query: Record<string, string>): View => ({
    name: `queue: ${name}`,
    path: `/staff/letters?${new URLSearchParams(query)}`,
  })
  const each = Object.entries(VIEWS)
  return [
    ...each.flatMap(([name, view]) =>
      Object.entries(spans).map(([words, span]) => dashboard(`${name}, ${words}`, view, span)),
    ),
    ...each.flatMap(([name, view]) =>
      Object.entries(FILTERS).map(([words, filter]) => dashboard(`${name}, ${words}`, view, filter)),
    ),
    ...each.map(([name, view]) => dashboard(`${name}, of all campaigns`, view, { campaign: 'all' })),
    dashboard('constituencies, one seat', 'view=places&q=Torquay', {}),
    dashboard('constituencies, without a letter', 'view=places&reached=none', {}),
    dashboard('MPs, by answers', 'view=places&kind=mp&sort=answered', {}),
    { name: 'board page', path: `/staff/dashboard/board?campaign=${campaign.slug}` },
    { name: 'shared links', path: `/staff/dashboard/links?campaign=${campaign.slug}` },
    { name: 'pulse', path: '/staff/dashboard/pulse' },
    ...figureGroups.map((by) => ({
      name: `CSV by ${by}`,
      path: `/staff/exports/figures?campaign=${campaign.slug}&by=${by}&format=csv`,
      isFile: true,
    })),
    { name: 'CSV of seats', path: `/staff/dashboard/places.csv?campaign=${campaign.slug}`, isFile: true },
    queue('all', {}),
    queue('all, a later page', { after: letter }),
    queue('of the campaign', { campaign: campaign.id }),
    ...letterStates.map((state) => queue(state, { state })),
    ...heldReasons.map((held) => queue(`held: ${held}`, { held })),
    ...reviewRuleNames.map((rule) => queue(`rule: ${rule}`, { rule })),
    queue('confirmed today', { day: today }),
    queue('confirmed ten days ago', { day: addDays(today, -10) }),
    queue('of one network', { network: letter }),
    ...Object.entries(FIND).flatMap(([name, query]) => [
      queue(name, query),
      queue(`${name}, of the campaign`, { ...query, campaign: campaign.id }),
    ]),
    { name: 'a letter', path: `/staff/letters/${letter}` },
    { name: 'MPs’ answers', path: '/staff/letters/answers' },
    { name: 'find a letter', path: '/staff/letters/find' },
    { name: 'a campaign', path: `/staff/campaigns/${campaign.id}` },
    ...places
      .filter(({ href }) => href !== '/staff/dashboard' && href !== '/staff/letters')
      .map(({ href, label }) => ({ name: label, path: href })),
  ]
}
