import { RichText } from '@/components/campaign/rich-text'
import { Section } from '@/components/ui/section'
import type { PrivacyNotice } from '@/lib/settings/privacy-notice'

type Props = { who: string; notice: PrivacyNotice }

/** What the operator adds to the notice, said to be theirs; nothing where they add nothing. */
export function OwnWords({ who, notice }: Props) {
  const written = parts.filter(({ key }) => notice[key] !== '')
  if (written.length === 0) return null
  return (
    <Section id="own" heading={`What ${who} adds`}>
      <div className="max-w-measure space-y-6">
        <p className="text-muted">
          <span>{`These are the words of ${who}. What stands above comes with the software, and with its settings here.`}</span>
        </p>
        {written.map(({ key, heading }) => (
          <div key={key} className="space-y-3">
            <h3 className="text-h3">{heading}</h3>
            <RichText text={notice[key]} />
          </div>
        ))}
      </div>
    </Section>
  )
}

const parts = [
  { key: 'processors', heading: 'Who handles data on our behalf' },
  { key: 'transfers', heading: 'Data outside the United Kingdom' },
  { key: 'basis', heading: 'Our lawful basis' },
  { key: 'more', heading: 'Also' },
] as const satisfies readonly { key: keyof PrivacyNotice; heading: string }[]
