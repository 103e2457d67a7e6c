import { directoryAges } from '@/lib/directory/age/ages'
import type { Context } from '@/lib/kernel/context'
import { longDate } from '@/lib/kernel/text'
import { sourceWords } from './source-words'

/** Of when the MPs are, and from where, in a sentence. */
export async function MpsAsOf({ ctx }: { ctx: Context }) {
  const { mps } = await directoryAges(ctx)
  if (!mps) return null
  const of = mps.asOf ? `As of ${longDate(mps.asOf)}` : 'Of a day that is not known'
  return <strong>{`${of}, last brought up to date by ${sourceWords[mps.source]}.`}</strong>
}
