import { z } from 'zod'
import { tellTroubleJob } from '@/lib/directory/jobs'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'
import { tellAdmins } from '@/lib/staff/team/tell-admins'
import { directoryAges } from './ages'

/** What administrators were last told of as too old. */
const told = setting(
  'directory_ages_told',
  z.object({ mps: z.string().nullable(), postcodes: z.string().nullable() }),
  { mps: null, postcodes: null },
)

/** Has administrators told that MPs or postcodes are too old: of the same ones once. */
export function tellOfAges(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const [{ mps, postcodes }, before] = await Promise.all([directoryAges(tx), told.readNow(tx)])
    const found = { mps: mps?.old ?? null, postcodes: postcodes?.old ?? null }
    const fresh = (['mps', 'postcodes'] as const).filter((part) => found[part] !== null && found[part] !== before[part])
    if (found.mps === before.mps && found.postcodes === before.postcodes) return
    await told.keep(tx, found)
    if (fresh.length === 0) return
    const words = fresh.flatMap((part) => found[part] ?? []).join(' ')
    const about = `directory old ${tx.now().toISOString()}`
    await tellAdmins(tx, tellTroubleJob, about, (staffId) => ({ staffId, about, kind: 'old' as const, words }))
  })
}

export const tellOfAgesJob = defineJob('tell-of-ages', nothing, tellOfAges)
