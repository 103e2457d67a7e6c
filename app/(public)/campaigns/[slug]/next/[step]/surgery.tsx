import { ButtonLink } from '@/components/ui/button'
import type { NextStep } from '@/lib/content/next-steps'
import type { Mp } from '@/lib/directory/lookup'

type Props = { step: NextStep; mp: Mp | null; name: string; title: string }

/** What can be written to an MP's office to get an appointment, and a way to write it. */
export function Surgery({ step: { script }, mp, name, title }: Props) {
  const words =
    script ??
    `I am a constituent, and I have written to you with the campaign “${title}”. I would like to speak to you about it at one of your surgeries. When is the next one, and how do I book a place?`
  const body = `Dear ${mp?.name ?? name},\n\n${words}\n\nYours sincerely,\n`
  return (
    <section aria-labelledby="write" className="max-w-measure space-y-4">
      <h2 id="write" className="text-h2">
        What you can write
      </h2>
      <p className="border-l-2 border-edge pl-4">{words}</p>
      <p>Add your name, your address and your postcode: MPs act for the people of their own constituency.</p>
      {mp?.email && (
        <ButtonLink
          href={`mailto:${mp.email}?subject=${encodeURIComponent('An appointment at your surgery')}&body=${encodeURIComponent(body)}`}
        >
          Write this e-mail
        </ButtonLink>
      )}
    </section>
  )
}
