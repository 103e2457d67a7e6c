import { eq, inArray, isNull } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import { postcodeIn, seats } from '@/e2e/fixtures/directory'
import { CAMPAIGN, WRITE } from '@/e2e/fixtures/path'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { HOUR } from '@/lib/kernel/time/durations'
import { switchSettings } from '@/lib/settings/switches/switches'
import { fated, newestLetter, type Stage, signed, submitted } from './stage'
import type { Walk } from './walks'

type Fate = Parameters<typeof fated>[2]
type Moves = Parameters<typeof fated>[3]

// One to an MP, so that nothing holds them for likeness; whichever comes next.
const ordinary = seats.filter(({ name }) => !['Holborn and St Pancras', 'New Forest East'].includes(name)).slice(40)
/** None of the others is written to its MP. */
const NEWLY_WON = 'Aldershot'
const NOT_TAKEN = { acceptedAt: null, copiedAt: null }
const HELD = { ...NOT_TAKEN, state: 'held' } as const

/** What can become of a letter, and its page then; what was never taken by the mail service has no copy either. */
const FATES: Record<string, [Fate, Moves]> = {
  'Waits for its turn': [{ ...NOT_TAKEN, state: 'queued', dueAt: new Date(Date.now() + HOUR) }, []],
  Sent: [{ state: 'accepted' }, [{ state: 'accepted' }]],
  Arrived: [{ state: 'delivered', endedAt: new Date() }, [{ state: 'accepted' }, { state: 'delivered' }]],
  'Held for review': [{ ...HELD, heldReason: 'abuse', reviewRule: 'words' }, [{ state: 'held', reason: 'abuse' }]],
  'Held by staff': [{ ...HELD, heldReason: 'staff' }, [{ state: 'held', reason: 'staff' }]],
  'Unsettled at sending': [{ ...HELD, heldReason: 'unsettled' }, [{ state: 'held', reason: 'unsettled' }]],
  'Returned for now': [
    { state: 'held', heldReason: 'returned' },
    [{ state: 'accepted' }, { state: 'held', reason: 'returned' }],
  ],
  'Blocked by the MP’s servers': [{ ...HELD, heldReason: 'blocked' }, [{ state: 'held', reason: 'blocked' }]],
  'Came back': [
    { state: 'bounced', endedAt: new Date() },
    [{ state: 'accepted' }, { state: 'bounced', reason: 'no-such-address' }],
  ],
  'Not tried': [
    { state: 'bounced', endedAt: new Date() },
    [{ state: 'accepted' }, { state: 'bounced', reason: 'suppressed' }],
  ],
  'Mailbox full': [
    { state: 'queued', dueAt: new Date(Date.now() + 24 * HOUR) },
    [{ state: 'accepted' }, { state: 'queued', reason: 'mailbox-full' }],
  ],
  'Given up': [{ ...NOT_TAKEN, state: 'failed', endedAt: new Date() }, [{ state: 'failed', reason: 'gave-up' }]],
  'Stopped by staff': [{ ...NOT_TAKEN, state: 'failed', endedAt: new Date() }, [{ state: 'failed', reason: 'staff' }]],
  'Waited too long': [
    { ...NOT_TAKEN, state: 'failed', endedAt: new Date() },
    [
      { state: 'held', reason: 'vacant' },
      { state: 'failed', reason: 'waited-vacant' },
    ],
  ],
  'Not genuine': [{ ...HELD, heldReason: 'staff', notGenuineAt: new Date() }, [{ state: 'held', reason: 'staff' }]],
  'Not confirmed in time': [
    { ...NOT_TAKEN, confirmedAt: null, state: 'expired', endedAt: new Date() },
    [{ state: 'expired' }],
  ],
  Withdrawn: [{ ...NOT_TAKEN, state: 'withdrawn', endedAt: new Date() }, [{ state: 'withdrawn' }]],
  Unconfirmed: [{ ...NOT_TAKEN, confirmedAt: null, state: 'unconfirmed' }, []],
}

/** The page of a letter, in each state that it can be in. */
export const ofLetters: Walk[] = [
  ...Object.entries(FATES).map(
    ([name, [fate, moves]], at): Walk =>
      async (page, shoot, stage) => {
        const id = await signed(stage, ordinary[at]?.examplePostcode ?? '')
        await fated(stage, id, fate, moves)
        await page.goto(await statusOf(stage, id))
        await page.waitForLoadState('networkidle')
        await shoot(`Letter: ${name}`)
      },
  ),
  async (page, shoot, stage) => {
    const id = await signed(stage, postcodeIn('Bath'))
    const status = await statusOf(stage, id)
    await page.goto(`${status}?confirmed=1`)
    await shoot('Letter: just confirmed')
    await page.goto(`${status}?already=1`)
    await shoot('Letter: confirmed once more')
    await page.goto(status)
    await page.getByText('Your letter', { exact: true }).last().click()
    await page.getByRole('button', { name: /link/i }).last().click()
    await page.waitForLoadState('networkidle')
    await shoot('Letter: link to read it asked for')
    await fated(stage, id, { ...NOT_TAKEN, state: 'queued', dueAt: new Date(Date.now() + HOUR) }, [])
    await switchSettings.sending.keep(stage.ctx, { why: '', by: null, at: new Date() })
    await page.waitForTimeout(3000)
    await page.goto(status)
    await shoot('Letter: sending switched off')
    await switchSettings.sending.remove(stage.ctx)
  },
  async (page, shoot, stage) => {
    const id = await signed(stage, postcodeIn('York Outer'))
    await fated(stage, id, { ...HELD, heldReason: 'dissolved' }, [{ state: 'held', reason: 'dissolved' }])
    const { db, now } = stage.ctx
    const sat = await db.update(mps).set({ until: now() }).where(isNull(mps.until)).returning({ id: mps.id })
    await page.waitForTimeout(3000)
    await page.goto(await statusOf(stage, id))
    await shoot('Letter: Parliament dissolved')
    await page.goto(`${stage.url}${CAMPAIGN}`)
    await shoot('The campaign, Parliament dissolved')
    await page.goto(`${stage.url}${WRITE}/${seats.find(({ name }) => name === 'York Outer')?.code}`)
    await shoot('Is this your MP, Parliament dissolved')
    const ids = sat.map(({ id }) => id)
    await db.update(mps).set({ until: null }).where(inArray(mps.id, ids))
    await page.waitForTimeout(3000)
  },
  async (page, shoot, stage) => {
    const id = await signed(stage, postcodeIn('Holborn and St Pancras'))
    await page.goto(`${await statusOf(stage, id)}?confirmed=1`)
    await shoot('Letter: kept, just confirmed')
    await page.goto(await statusOf(stage, id))
    await shoot('Letter: kept for a vacant seat')
  },
  async (page, shoot, stage) => {
    const id = await signed(stage, postcodeIn('New Forest East'))
    const status = await statusOf(stage, id)
    await page.goto(`${status}?confirmed=1`)
    await shoot('Letter: to post, just confirmed')
    await page.goto(status)
    await shoot('Letter: ready to post')
    await page.goto(`${stage.url}${CAMPAIGN}/print/${await lastingLink(stage.ctx, 'print', id)}`)
    await shoot('The letter, to print')
    await page.getByRole('button').last().click()
    await page.waitForLoadState('networkidle')
    await shoot('The letter, sent by its writer')
    await page.goto(status)
    await shoot('Letter: sent by its writer')
  },
  async (page, shoot, stage) => {
    const { code = '', examplePostcode = '' } = seats.find(({ name }) => name === NEWLY_WON) ?? {}
    // Listed by Parliament a moment ago, as the winner of a by-election is, days before their address.
    await stage.ctx.db.update(mps).set({ email: null, since: stage.ctx.now() }).where(eq(mps.constituencyCode, code))
    await page.waitForTimeout(3000)
    await page.goto(`${stage.url}${WRITE}/${code}`)
    await shoot('Is this your MP, newly listed')
    const { confirm, sent } = await submitted(stage, examplePostcode)
    await page.goto(stage.url + sent)
    await shoot('Check your e-mail, newly listed')
    await page.goto(confirm)
    await shoot('Confirm, newly listed')
    await page.getByRole('button').last().click()
    await page.waitForURL(/letters/)
    await shoot('Letter: waits for an address, just confirmed')
    await page.goto(await statusOf(stage, await newestLetter(stage.ctx)))
    await shoot('Letter: waits for an address')
  },
]

export async function statusOf({ ctx, url }: Stage, id: string): Promise<string> {
  return `${url}/letters/${await lastingLink(ctx, 'letter', id)}`
}
