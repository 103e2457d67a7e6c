export type LetterHead = {
  /** The writer's name and address, a line each; stands on the right, as in a British letter. */
  from: readonly string[]
  /** Whom it is addressed to, a line each. */
  to: readonly string[]
  /** In words: "6 October 2020". */
  date?: string | undefined
}

/** What stands above the salutation of a letter. */
export function LetterHeadLines({ from, to, date }: LetterHead) {
  return (
    <>
      <div className="ml-auto w-fit max-w-[75%] min-w-[min(10rem,60%)] wrap-anywhere">
        <Lines lines={from} />
        {date && <p className="mt-3">{date}</p>}
      </div>
      <div className="mt-6">
        <Lines lines={to} />
      </div>
    </>
  )
}

/** The end of a letter, with a hand's room between the closing line and the name. */
export function LetterEnd({ signOff, signature }: { signOff: string; signature: string }) {
  return (
    <div className="sheet-end mt-[1em]">
      <p>{signOff}</p>
      <p translate="no" className="mt-7">
        {signature}
      </p>
    </div>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <p translate="no" className="whitespace-pre-line">
      {lines.join('\n')}
    </p>
  )
}
