import type { HeldSentence } from '@/lib/letters/review/held-words'

/** The sentences of a letter that hold a word of the list, with the word marked. */
export function Marked({ sentences }: { sentences: readonly HeldSentence[] }) {
  return (
    <div className="mb-6 max-w-measure">
      <h3 className="font-bold">Words of the list in it</h3>
      <ul className="mt-2 space-y-2">
        {sentences.map(({ before, word, after }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once, and never moved.
          <li key={at} className="border-l-[0.2222rem] border-amber pl-3 font-serif wrap-anywhere">
            <span>{before}</span>
            <mark className="bg-amber px-0.5 font-bold text-black">{word}</mark>
            <span>{after}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
