export type LetterHead = {
  /** Whom it is addressed to, a line each. */
  to: readonly string[]
  /** In words: "6 October 2020". */
  date?: string | undefined
}

/** What stands above the salutation of a letter. */
export function LetterHeadLines({ to, date }: LetterHead) {
  return (
    <>
      {date && <p className="text-right">{date}</p>}
      <div className={date && 'mt-4'}>
        <Lines lines={to} />
      </div>
    </>
  )
}

type End = {
  signOff: string
  /** The writer's name and address, a line each: they stand here alone, as in the e-mail. */
  from: readonly string[]
}

/** The end of a letter, with a hand's room between the closing line and the name. */
export function LetterEnd({ signOff, from: [name = '', ...address] }: End) {
  return (
    <div className="sheet-end mt-[1em] wrap-anywhere">
      <p>{signOff}</p>
      <div className="mt-7">
        <Lines lines={[name]} />
        <Lines lines={address} />
      </div>
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
