import type { NextStep } from '@/lib/content/next-steps'

/** The House of Commons; it puts callers through to the office of any MP. */
const SWITCHBOARD = '020 7219 3000'

type Props = { step: NextStep; name: string; title: string }

/** The number, and what can be said. */
export function Ring({ step: { phone, script }, name, title }: Props) {
  const number = phone ?? SWITCHBOARD
  return (
    <>
      <section aria-labelledby="number" className="max-w-measure space-y-2">
        <h2 id="number" className="text-h2">
          The number
        </h2>
        <p className="text-lead font-bold">
          <a className="link" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
            {number}
          </a>
        </p>
        {!phone && <p>This is the switchboard of the House of Commons. Ask for the office of {name}.</p>}
        <p>Have your name and your postcode ready: MPs act for the people of their own constituency.</p>
      </section>
      <section aria-labelledby="say" className="max-w-measure space-y-2">
        <h2 id="say" className="text-h2">
          What you can say
        </h2>
        <p className="border-l-2 border-edge pl-4">
          {script ??
            `Hello, I am a constituent. I have written to ${name} with the campaign “${title}”. Has my letter been seen, and when can I expect an answer?`}
        </p>
      </section>
    </>
  )
}
