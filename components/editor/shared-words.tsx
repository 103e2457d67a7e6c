import type { Both } from '@/lib/writing/draft-as-letter-type'

/** Enough to know where one is. */
const AROUND = 60

/** Two wordings that share some words, these marked in each. */
export function SharedWords({ both }: { both: Both }) {
  return both.map(({ name, before, shared, after }) => (
    <p key={name} className="mt-1.5 text-note">
      <strong>{`${name}:`}</strong> <span>{before.length > AROUND ? `… ${before.slice(-AROUND)}` : before}</span>
      <mark className="bg-amber text-black">
        <span className="sr-only">In both: </span>
        <span>{shared}</span>
        <span className="sr-only"> (so far in both)</span>
      </mark>
      <span>{after.length > AROUND ? `${after.slice(0, AROUND)} …` : after}</span>
    </p>
  ))
}
