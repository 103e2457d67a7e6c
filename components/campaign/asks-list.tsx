type Props = {
  heading: string
  /** Begins the sentence that each ask ends: "The British government should". */
  lead?: string | undefined
  asks: readonly { id: string; title: string; summary: string }[]
}

/** What is asked, posted up as a notice: numbered, and written to be read out. */
export function AsksList({ heading, lead, asks }: Props) {
  return (
    <section id="asks" aria-labelledby="asks-heading" className="border-[0.2222rem] border-edge">
      <header className="bg-board px-3 py-3 text-on-board sm:px-7 sm:py-5 print:border-b-2 print:border-edge">
        <h2 id="asks-heading" className="text-h2">
          {heading}
        </h2>
        {lead && <p className="mt-1.5 leading-snug sm:text-lead">{lead}</p>}
      </header>
      <ol className="px-3 sm:px-7">
        {asks.map(({ id, title, summary }, i) => (
          <li
            key={id}
            className="grid grid-cols-[min(2rem,10vw)_minmax(0,1fr)] border-b border-hair py-3 last:border-0 sm:grid-cols-[4.5rem_minmax(0,1fr)] sm:py-6"
          >
            <span aria-hidden="true" className="text-h2 text-accent tabular-nums sm:text-figure">
              {i + 1}
            </span>
            <div>
              <h3 className="text-h3 sm:text-[1.4444rem] sm:leading-tight">{title}</h3>
              <p className="mt-1 max-w-measure leading-snug sm:mt-1.5 sm:leading-[1.55]">{summary}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
