import { beforeAll, describe, expect, test, vi } from 'vitest'
import { log } from '@/lib/kernel/log'
import { closeCampaign, ENDED, LAPSED, type Run, WAITING, WITHDRAWN, writtenCanaries } from './testing-fates'
import { after, fatesLeaving, leftOf, rowsLeft } from './testing-what-is-left'

vi.hoisted(() => {
  Object.assign(process.env, { SEND_HOURS: '00:00-24:00', SEND_PER_MP_HOUR: '1000' })
})
log.level = 'silent'

const UNMARKED = WAITING.filter((fate) => fate !== 'not-genuine')
const CONFIRMED = [...WAITING, ...ENDED]
/** What they complained of, or left, they are not told of again: kept as if they had not asked. */
const HAVE_LEFT = ['writer-complained', 'left']

describe('while the campaign is open', () => {
  let run: Run
  beforeAll(async () => {
    run = await writtenCanaries()
  })

  // Each row: the moment of a purge, and what is left then of the letters with each end. All else is gone.
  test('at first everything is there, or nothing would be shown', async () => {
    const left = await leftOf(run)
    const all = [...LAPSED, ...CONFIRMED]
    expect(fatesLeaving(run, left, 'person')).toEqual(sorted({ without: all, withUpdates: all }))
    expect(fatesLeaving(run, left, 'text')).toEqual(sorted({ without: all, withUpdates: all }))
    expect(left.places).toEqual({
      person: [
        'delivery_attempts.message_sealed',
        'supporters.email_sealed',
        'supporters.name_sealed',
        'supporters.postcode_sealed',
      ],
      text: ['delivery_attempts.message_sealed', 'letters.text_sealed'],
      notes: ['letter_events', 'mail_events', 'sender_blocks'],
      member: ['former_staff'],
      job: ['graphile_worker._private_jobs'],
      'hash of address': ['links', 'supporters', 'suppressions'],
      'hash of domain': ['letters'],
    })
  })

  test.each([
    {
      moment: '+29 days',
      at: { days: 29 },
      person: { without: CONFIRMED, withUpdates: CONFIRMED },
      text: { without: UNMARKED, withUpdates: UNMARKED },
      places: {
        person: [
          'delivery_attempts.message_sealed',
          'supporters.email_sealed',
          'supporters.name_sealed',
          'supporters.postcode_sealed',
        ],
        text: ['delivery_attempts.message_sealed', 'letters.text_sealed'],
        notes: ['letter_events', 'mail_events', 'sender_blocks'],
        member: ['former_staff'],
        'hash of address': ['supporters', 'suppressions'],
        'hash of domain': ['letters'],
      },
      rows: {
        sent_mails: true,
        mail_events: true,
        delivery_attempts: true,
        bounced: 4,
        complained: 2,
        webhook_attempts: true,
      },
    },
    {
      // A letter that waited 180 days has just ended: its text has 28 days more.
      moment: '+6 months',
      at: { months: 6 },
      person: { without: CONFIRMED, withUpdates: CONFIRMED },
      text: { without: UNMARKED, withUpdates: UNMARKED },
      places: {
        person: ['supporters.email_sealed', 'supporters.name_sealed', 'supporters.postcode_sealed'],
        text: ['letters.text_sealed'],
        notes: ['letter_events'],
        member: ['former_staff'],
        'hash of address': ['supporters', 'suppressions'],
        'hash of domain': ['letters'],
      },
      rows: {
        sent_mails: false,
        mail_events: false,
        delivery_attempts: true,
        bounced: 4,
        complained: 2,
        webhook_attempts: false,
      },
    },
    ...[
      { moment: '+13 months', at: { months: 13 } },
      { moment: '+10 years', at: { months: 120 } },
    ].map((late) => ({
      ...late,
      person: { without: [], withUpdates: CONFIRMED.filter((fate) => !HAVE_LEFT.includes(fate)) },
      text: { without: [], withUpdates: [] },
      places: {
        person: ['supporters.email_sealed', 'supporters.name_sealed', 'supporters.postcode_sealed'],
        'hash of address': ['supporters', 'suppressions'],
        'hash of domain': ['letters'],
      },
      rows: {
        sent_mails: false,
        mail_events: false,
        delivery_attempts: false,
        bounced: 0,
        complained: 2,
        webhook_attempts: false,
      },
    })),
  ])('$moment only what is promised is left', async ({ at, person, text, places, rows }) => {
    await after(run, at)
    const left = await leftOf(run)
    expect(fatesLeaving(run, left, 'person')).toEqual(sorted(person))
    expect(fatesLeaving(run, left, 'text')).toEqual(sorted(text))
    expect(left.places).toEqual(places)
    expect(await rowsLeft(run.ctx)).toEqual({
      ...rows,
      links_with_an_end: false,
      live_answers: false,
      rate_limits: false,
      mailbox_turns: false,
      webhook_answers: false,
      networks: false,
    })
    for (const fate of WITHDRAWN) expect(left.letterOf(fate)).toEqual([])
  })
})

test('six months after its campaign was closed only those are left who asked for updates', async () => {
  const run = await closeCampaign(await writtenCanaries())
  const begun = await leftOf(run)
  expect(fatesLeaving(run, begun, 'person').without).toEqual([...LAPSED, ...WAITING, ...ENDED].sort())
  await after(run, { months: 6 })
  const left = await leftOf(run)
  const asked = [...WAITING, ...ENDED].filter((fate) => !['writer-complained', 'left'].includes(fate)).sort()
  expect(fatesLeaving(run, left, 'person')).toEqual({ without: [], withUpdates: asked })
  // Those that waited 180 days have just ended.
  const text = WAITING.filter((fate) => fate !== 'not-genuine').sort()
  expect(fatesLeaving(run, left, 'text')).toEqual({ without: [], withUpdates: text })
})

function sorted({ without, withUpdates }: { without: string[]; withUpdates: string[] }) {
  return { without: [...without].sort(), withUpdates: [...withUpdates].sort() }
}
