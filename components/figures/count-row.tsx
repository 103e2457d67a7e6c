import { grouped } from '@/lib/kernel/text'

/** A few figures side by side, each over its words. */
export function CountRow({ counts }: { counts: readonly { label: string; count: number }[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-10">
      {counts.map(({ label, count }) => (
        <div key={label} className="flex flex-col-reverse justify-end">
          <dt>{label}</dt>
          <dd className="text-h2 tabular-nums">{grouped(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
