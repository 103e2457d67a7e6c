import { Unbroken } from '@/components/ui/unbroken'

type Props = { rows: readonly { what: string; kept: string }[] }

/** What is kept and for how long: side by side where there is room for two columns of sentences, else one below the other. */
export function KeptList({ rows }: Props) {
  return (
    <dl className="border-t-2 border-edge">
      {rows.map(({ what, kept }) => (
        <div key={what} className="border-b border-hair py-3 sm:grid sm:grid-cols-2 sm:gap-x-8">
          <dt>
            <Unbroken>{what}</Unbroken>
          </dt>
          <dd className="mt-2 border-l-2 border-hair pl-3 sm:mt-0 sm:border-0 sm:pl-0">
            <span className="font-semibold">Kept: </span>
            <Unbroken>{kept}</Unbroken>
          </dd>
        </div>
      ))}
    </dl>
  )
}
