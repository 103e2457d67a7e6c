import { staffPage } from '@/app/staff/staff-page'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Context } from '@/lib/kernel/context'
import { setInstallation } from '@/lib/kernel/installation'
import { namedOperator } from '@/lib/kernel/operator'
import { shortenable } from '@/lib/kernel/periods'
import { heldWords } from '@/lib/letters/held-words'
import { limitNames, readLimits } from '@/lib/limits/current'
import { spanOf } from '@/lib/limits/input'
import { currentKeeping } from '@/lib/privacy/keeping'
import { lastPurge } from '@/lib/privacy/last-purge'
import { HeldWordsPart } from './held-words-part'
import { InstallationPart } from './installation-part'
import { KeepingPart } from './keeping-part'
import { LimitsPart } from './limits-part'
import { OperatorPart } from './operator-part'
import { partState } from './part-state'

export const metadata = { title: 'Settings' }

export default staffPage(
  { verb: 'settings.see', at: '/staff/settings', title: 'Settings' },
  async ({ ctx }, { saved }) => {
    const [kept, purge] = await Promise.all([everySetting(ctx), lastPurge(ctx)])
    const operator = partState('operator', kept.operator, saved)
    const installation = partState('installation', kept.installation, saved)
    const limits = partState('limits', kept.limits, saved)
    const keeping = partState('keeping', kept.keeping, saved)
    const words = partState('held-words', kept.words, saved)
    const parts = [operator, installation, limits, keeping, words]
    return (
      <div className="max-w-[46rem] space-y-9">
        <ErrorSummary faults={parts.flatMap(({ faults }) => faults)} />
        <nav aria-label="Parts of the settings">
          <ul className="flex flex-wrap gap-x-6">
            {jumps.map(({ id, label }) => (
              <li key={id}>
                <a className="link inline-flex min-h-target items-center" href={`#${id}`}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <InstallationPart {...installation} />
        <OperatorPart {...operator} />
        <KeepingPart {...keeping} purge={purge} />
        <HeldWordsPart {...words} />
        <LimitsPart {...limits} />
      </div>
    )
  },
)

const jumps = [
  { id: 'installation', label: 'Names' },
  { id: 'operator', label: 'Who runs it' },
  { id: 'keeping', label: 'How long things are kept' },
  { id: 'held-words', label: 'Words that hold a letter' },
  { id: 'limits', label: 'Limits' },
]

/** What is kept, as the fields of the forms show it. */
async function everySetting(ctx: Context) {
  const [operator, { name, sender }, limits, keeping, words] = await Promise.all([
    namedOperator(ctx),
    setInstallation(ctx),
    readLimits(ctx),
    currentKeeping(ctx),
    heldWords(ctx),
  ])
  const limitFields = limitNames.flatMap((each) => [
    [each, String(limits[each].points)],
    [spanOf(each), String(limits[each].seconds)],
  ])
  return {
    operator: operator ?? {},
    installation: { site: name, sender },
    limits: Object.fromEntries(limitFields) as Record<string, string>,
    keeping: Object.fromEntries(shortenable.map((each) => [each, String(keeping[each])])),
    words: { words: words.join('\n') },
  }
}
