import { staffPage } from '@/app/staff/staff-page'
import { ErrorSummary } from '@/components/ui/error-summary'
import { namedOperator } from '@/lib/kernel/operator'
import { heldWords } from '@/lib/letters/held-words'
import { HeldWordsPart } from './held-words-part'
import { OperatorPart } from './operator-part'
import { partState } from './part-state'

export const metadata = { title: 'Settings' }

export default staffPage(
  { verb: 'settings.see', at: '/staff/settings', title: 'Settings' },
  async ({ ctx }, { saved }) => {
    const operator = partState('operator', (await namedOperator(ctx)) ?? {}, saved)
    const words = partState('held-words', { words: (await heldWords(ctx)).join('\n') }, saved)
    const parts = [operator, words]
    return (
      <div className="max-w-[46rem] space-y-7">
        <ErrorSummary faults={parts.flatMap(({ faults }) => faults)} />
        <OperatorPart {...operator} />
        <HeldWordsPart {...words} />
      </div>
    )
  },
)
