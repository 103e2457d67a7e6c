import { grouped } from '@/lib/kernel/text'

/** A count of null is not known; `share` is in words, of the step before. */
type Step = { label: string; count: number | null; before: number | null; share: string }

// What scrolls must be reached by keyboard (WCAG 2.1.1).
const SCROLLS = { tabIndex: 0 }

/** From seeing the page to an answer, and how many of each step took the next. */
export function Funnel({ steps }: { steps: readonly Step[] }) {
  const most = Math.max(1, ...steps.map(({ count }) => count ?? 0))
  return (
    <section className="overflow-x-auto" aria-label="From the first look to an answer" {...SCROLLS}>
      <table className="w-full border-collapse text-left tabular-nums">
        <caption className="pb-2 text-left font-bold">From the first look to an answer</caption>
        <thead>
          <tr className="border-b-2 border-edge align-bottom">
            <th scope="col" className="pr-4">
              Step
            </th>
            <th scope="col" className="pr-4 text-right">
              How many
            </th>
            <th scope="col" className="hidden w-2/5 sm:table-cell">
              <span className="sr-only">Drawn</span>
            </th>
            <th scope="col" className="pr-4 text-right">
              Of the step before
            </th>
            <th scope="col" className="text-right">
              Span before
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ label, count, before, share }) => (
            <tr key={label} className="border-b border-hair">
              <th scope="row" className="pr-4 font-normal">
                {label}
              </th>
              <td className="pr-4 text-right">{known(count)}</td>
              <td className="hidden sm:table-cell">
                <svg
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  width="100%"
                  height="14"
                  aria-hidden="true"
                  focusable="false"
                  className="block"
                >
                  <rect width={(((count ?? 0) / most) * 100).toFixed(2)} height="10" className="fill-accent" />
                </svg>
              </td>
              <td className="pr-4 text-right">{share}</td>
              <td className="text-right">{known(before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function known(count: number | null): string {
  return count === null ? 'not known' : grouped(count)
}
