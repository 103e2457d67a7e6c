import { Section } from '@/components/ui/section'
import type { SoftOptIn } from '@/lib/campaigns/soft-opt-ins'

/** By what right charities write to whoever does not refuse, and how one does; nothing where no campaign asks so. */
export function SoftOptIns({ campaigns }: { campaigns: readonly SoftOptIn[] }) {
  if (campaigns.length === 0) return null
  return (
    <Section id="soft-opt-in" heading="News that comes unless you refuse it">
      <div className="max-w-measure space-y-3">
        <p>In these campaigns a charity e-mails news to whoever does not refuse it:</p>
        <ul className="list-disc space-y-1 pl-6">
          {campaigns.map(({ title, charityName, charityNumber }) => (
            <li key={`${title} ${charityNumber}`}>
              “{title}”: {charityName}, registered charity number {charityNumber}
            </li>
          ))}
        </ul>
        <p>
          The lawful basis for these e-mails is the charity’s legitimate interest in telling people who support its
          purposes of its work (UK GDPR article 6(1)(f)), with the soft opt-in that the law has for charities
          (regulation 22(3A) of the Privacy and Electronic Communications Regulations 2003). It holds for whoever wrote
          while the campaign asked in this way; all others have agreed, or get no news.
        </p>
        <p>
          You have the right to refuse, free of charge and without a reason: at the box beside your details as you
          write, and at any time after by the link for it in our e-mails. If your address has refused, was not ticked
          for updates, or has left before, saying nothing does not bring you back.
        </p>
      </div>
    </Section>
  )
}
