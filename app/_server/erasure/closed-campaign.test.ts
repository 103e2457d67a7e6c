import { expect, test, vi } from 'vitest'
import { log } from '@/lib/kernel/log'
import { closeCampaign, ENDED, LAPSED, WAITING, writeCanaries } from './testing-fates'
import { after, fatesLeaving, leftOf } from './testing-what-is-left'

vi.hoisted(() => {
  Object.assign(process.env, { SEND_HOURS: '00:00-24:00', SEND_PER_MP_HOUR: '1000' })
})
log.level = 'silent'

test('six months after its campaign was closed only those are left who asked for updates', async () => {
  const run = await closeCampaign(await writeCanaries())
  const begun = await leftOf(run)
  expect(fatesLeaving(run, begun, 'person').without).toEqual([...LAPSED, ...WAITING, ...ENDED].sort())
  await after(run, { months: 6 })
  const left = await leftOf(run)
  const asked = [...WAITING, ...ENDED].filter((fate) => !['writer-complained', 'left'].includes(fate)).sort()
  expect(fatesLeaving(run, left, 'person')).toEqual({ without: [], withUpdates: asked })
  // Those that waited 180 days have just ended.
  const text = WAITING.filter((fate) => fate !== 'not-genuine').sort()
  expect(fatesLeaving(run, left, 'text')).toEqual({ without: [], withUpdates: text })
}, 180_000)
