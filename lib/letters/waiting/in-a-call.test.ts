import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { deliveryBatches, letters } from '@/db/schema/index'
import { beginBatch } from '@/lib/delivery/ledger/begin-batch'
import { isDue } from '@/lib/delivery/ledger/due-letters'
import { actableWhere } from '@/lib/delivery/queue/act-on-some'
import { log } from '@/lib/kernel/log'
import { NOON } from '@/lib/kernel/testing/noon'
import { MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { inNoCall } from './in-a-call'

vi.hoisted(() => {
  Object.assign(process.env, { RESEND_API_KEY: 're_123', MAIL_FROM: 'letters@example.org', OPERATOR_NAME: 'Example' })
  Object.assign(process.env, { SEND_HOURS: '00:00-24:00', SEND_PER_MP_HOUR: '100000' })
})

type Scene = Awaited<ReturnType<typeof livingCampaign>>

let scene: Scene
let service: Awaited<ReturnType<typeof playResend>>

beforeAll(async () => {
  log.level = 'silent'
  service = await playResend()
  scene = await livingCampaign({ env: { resendBaseUrl: service.url } })
})
afterAll(() => service.close())
beforeEach(async () => {
  scene.ctx.setNow(NOON)
  await scene.ctx.db.update(deliveryBatches).set({ endedAt: NOON })
  await scene.ctx.db.update(letters).set({ dueAt: new Date('9999-01-01') })
})

/** What a statement finds that has begun, and locks its first row only once another worker's call is written down. */
async function foundBehind({ ctx }: Scene, where: SQL | undefined, began: () => Promise<void>): Promise<unknown[]> {
  return ctx.db.transaction(async (held) => {
    await held.execute(sql`declare late cursor for
      select letters.id from letters where letters.due_at is null and ${where} for update of letters skip locked`)
    await began()
    return [...(await held.execute(sql`fetch all from late`))]
  })
}

const conditions: [string, () => SQL | undefined][] = [
  ['a worker', () => isDue(scene.ctx)],
  ['staff who hold letters', () => actableWhere('hold')],
  ['staff who give letters up', () => actableWhere('fail')],
  ['the end of waiting', () => inNoCall(scene.ctx.now())],
  ['whoever asks', () => inNoCall()],
]

test.each(conditions)('%s leaves alone a letter whose call began after the look for it did', async (_, where) => {
  const { ctx, campaign } = scene
  const { id } = await confirmedLetter(ctx, campaign)
  const found = await foundBehind(scene, where(), async () => {
    expect((await beginBatch(ctx)).batchId).not.toBeNull()
    await ctx.db.update(deliveryBatches).set({ leaseUntil: new Date(NOON.getTime() + MINUTE) })
  })
  expect(found).toEqual([])
  const again = await confirmedLetter(ctx, campaign)
  expect(again.id).not.toBe(id)
  expect(await foundBehind(scene, where(), async () => {})).toEqual([{ id: again.id }])
})
