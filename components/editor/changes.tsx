import type { FieldChange, Stretch } from '@/lib/content/changes/compare'

/** What is not the same in two versions, field by field, the words that went and came marked in place. */
export function Changes({ changes, level = 3 }: { changes: readonly FieldChange[]; level?: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <ul className="space-y-5">
      {changes.map(({ key, name, stretches }) => (
        <li key={key} className="border-t border-hair pt-3">
          <Heading className="font-bold">{name}</Heading>
          <Words stretches={stretches} />
        </li>
      ))}
    </ul>
  )
}

/** One text with what was taken out struck through and what was put in marked: never by colour alone. */
export function Words({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <p className="mt-1 max-w-[46rem] font-serif whitespace-pre-line">
      {stretches.map(({ text, change }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches are known by their place.
        if (change === null) return <span key={at}>{text}</span>
        const Mark = change === 'added' ? 'ins' : 'del'
        return (
          <Mark
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            key={at}
            className={change === 'added' ? 'bg-accent-wash font-bold no-underline' : 'bg-fault-wash text-fault'}
          >
            <span className="sr-only">{change === 'added' ? '[put in: ' : '[taken out: '}</span>
            {text}
            <span className="sr-only">]</span>
          </Mark>
        )
      })}
    </p>
  )
}
