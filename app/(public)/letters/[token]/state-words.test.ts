import { expect, test } from 'vitest'
import { heldReasons, type LetterState } from '@/db/schema/index'
import { historyWords, shownHistory, stateWords } from './state-words'

const AT = new Date('2026-11-10T12:00:00Z')
const row = (state: LetterState, reason: string | null = null) => ({ state, reason })

function leadOf(
  state: LetterState,
  history: ReturnType<typeof row>[],
  given: Partial<Parameters<typeof stateWords>[0]> = {},
): string {
  return stateWords(
    {
      state,
      chases: null,
      heldReason: null,
      acceptedAt: null,
      copiedAt: null,
      mail: { stopped: false, toldOfEnd: false },
      ...given,
    },
    history,
    'Rachel Blake',
    'Bath',
  ).lead
}

test('a copy is promised before it was sent, and spoken of as sent afterwards', () => {
  const first = [row('unconfirmed'), row('queued')]
  expect(leadOf('queued', first)).toContain('We send you a copy when it has gone')
  const again = [...first, row('sending'), row('accepted'), row('queued', 'mailbox-full')]
  for (const [history, says] of [
    [again, 'was full, so your letter goes once more'],
    [[...first, row('bounced'), row('queued', 'sent-again'), row('queued', 'noted')], 'has your letter sent again'],
  ] as const) {
    const lead = leadOf('queued', [...history], { acceptedAt: AT, copiedAt: AT })
    expect(lead).toContain(says)
    expect(lead).not.toContain('We send you a copy')
  }
  expect(leadOf('accepted', first, { acceptedAt: AT, copiedAt: AT })).toContain('A copy is in your e-mail')
  expect(leadOf('accepted', first, { acceptedAt: AT })).not.toContain('copy')
})

test('what ended a letter is said as it was', () => {
  expect(leadOf('bounced', [row('bounced', 'suppressed')])).toContain('did not try to deliver your letter')
  expect(leadOf('bounced', [row('bounced', 'mailbox-full')])).toContain('is full')
  expect(leadOf('bounced', [row('bounced', 'hard-bounce'), row('bounced', 'complained')])).toContain(
    'did not keep your letter',
  )
  expect(leadOf('failed', [row('failed', 'gave-up')])).toContain('We tried for a week')
  expect(leadOf('failed', [row('failed', 'refused')])).not.toContain('week')
  expect(leadOf('failed', [row('failed', 'staff')])).toContain('it is not sent')
  expect(leadOf('failed', [row('failed', 'staff')], { acceptedAt: AT })).toContain('it is not sent again')
})

test('every reason for which a letter is held has a sentence of its own, but those that mean the same', () => {
  const leads = heldReasons.map((heldReason) => leadOf('held', [], { heldReason }))
  const alike = ['staff', 'abuse']
  expect(new Set(leads).size).toBe(heldReasons.length - alike.length + 1)
})

test('a letter that waits for an address names the day, and promises word of it where it can go', () => {
  const waits = { heldReason: 'no-address-yet' as const, addressAwaitedUntil: AT }
  expect(leadOf('held', [], waits)).toContain('Rachel Blake has only just been listed as the MP for Bath')
  expect(leadOf('held', [], { ...waits, addressGoneAt: new Date() })).toContain('address of Rachel Blake is not listed')
  expect(leadOf('held', [], waits)).toContain('If there is none by 10 November 2026, it is laid out here')
  expect(leadOf('held', [], waits)).toContain('We tell you either way')
  const stopped = leadOf('held', [], { ...waits, mail: { stopped: true, toldOfEnd: false } })
  expect(stopped).toContain('. No e-mail of ours goes to your address')
  expect(historyWords('held', 'no-address-yet')).toBe('Held: no e-mail address of the MP is listed just now')
  expect(historyWords('queued', 'has-address')).toBe('There is an e-mail address: released, and queued')
})

test('of a letter to post it is said that we have no address, which is all that we know', () => {
  expect(leadOf('held', [], { heldReason: 'no-email' })).toContain(
    'We have no e-mail address for Rachel Blake, so print',
  )
})

test('a report that changed nothing is not shown as if it had', () => {
  const history = [row('delivered'), row('delivered', 'noted'), row('delivered', 'complained')]
  expect(shownHistory(history).map(({ state, reason }) => historyWords(state, reason))).toEqual([
    'Delivered',
    'Reported as unwanted by whoever got it',
  ])
})

test('what is mailed to its writer is promised where it can go, and said to be done where it was', () => {
  const mailed = { stopped: false, toldOfEnd: true }
  const stopped = { stopped: true, toldOfEnd: false }
  const ends = [
    ['bounced', 'hard-bounce'],
    ['bounced', 'suppressed'],
    ['bounced', 'mailbox-full'],
    ['failed', 'gave-up'],
    ['failed', 'staff'],
    ['failed', 'waited-review'],
    ['failed', 'waited-returned'],
    ['failed', 'waited-unsettled'],
  ] as const
  for (const [state, reason] of ends) {
    expect(leadOf(state, [row(state, reason)], { mail: mailed })).toMatch(/\. We have written to you/)
    expect(leadOf(state, [row(state, reason)])).not.toContain('written to you')
  }
  expect(leadOf('queued', [row('queued')], { mail: stopped })).toContain('. No e-mail of ours goes to your address')
  for (const heldReason of [...heldReasons, null]) {
    expect(leadOf('held', [], { heldReason, mail: stopped })).not.toMatch(/we (tell|write|send) you/i)
  }
})

test('what its writer has sent is told once, with the day', () => {
  expect(leadOf('by-writer', [], { sentByWriterAt: AT })).toMatch(/^You told us so on 10 November 2026\. It is counted/)
})

test.each(['waited-vacant', 'waited-dissolved'])('%s: that there was no MP is said', (reason) => {
  expect(leadOf('failed', [row('failed', reason)])).toContain('There was no MP for Bath')
})
