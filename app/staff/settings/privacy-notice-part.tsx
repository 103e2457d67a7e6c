import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/typing/text-area'
import { TextField } from '@/components/ui/typing/text-field'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

type Props = PartState<typeof forms.privacyNotice> & { fallback: string }

/** Where people complain about their data, and what the operator adds to the notice. */
export function PrivacyNoticePart({ values, errorOf, saved, fallback }: Props) {
  return (
    <Part id="privacy-notice" heading="Complaints and privacy notice">
      <form id="privacy-notice-form" method="post" action="/staff/settings" className="space-y-6">
        {saved && (
          <Saved>
            <a className="link" href="/privacy">
              What we keep, and for how long
            </a>{' '}
            says it from now on, kept copies of the page within ten seconds.
          </Saved>
        )}
        <p className="max-w-measure">
          Since 19 June 2026 the law asks whoever is responsible for people’s data to make it easy to complain to them,
          to acknowledge a complaint within 30 days, and to say what came of it. The page about privacy names where.
        </p>
        <TextField
          name="complaintsEmail"
          type="email"
          label="E-mail address for complaints"
          hint={
            fallback
              ? `Left empty, with no web address either, it is ${fallback}.`
              : 'Left empty, with no web address either, it is the privacy contact above; without one, the postal address.'
          }
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values.complaintsEmail}
          error={errorOf('complaintsEmail')}
          optional
        />
        <TextField
          name="complaintsPage"
          type="url"
          label="Web address for complaints"
          hint="A page of yours with a form, as https://example.org/complaints."
          autoComplete="url"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values.complaintsPage}
          error={errorOf('complaintsPage')}
          optional
        />
        <p className="max-w-measure">
          The page about privacy says what the software does. What it cannot know, you say here; it stands at the end of
          that page, marked as your words. **Bold**, *emphasis*, [words](https://…) and lists are shown as such.
        </p>
        {texts.map(({ name, label, hint }) => (
          <TextArea
            key={name}
            name={name}
            label={label}
            hint={hint}
            defaultValue={values[name]}
            error={errorOf(name)}
            optional
          />
        ))}
        <Button name="do" value="privacy-notice">
          Save the notice
        </Button>
      </form>
    </Part>
  )
}

const texts = [
  {
    name: 'processors',
    label: 'Who handles data on your behalf',
    hint: 'Who runs the server, carries the e-mail and sends your updates, each with the country that they do it in.',
  },
  {
    name: 'transfers',
    label: 'Data outside the United Kingdom',
    hint: 'Where data go to another country: to which, and what protects them there.',
  },
  {
    name: 'basis',
    label: 'Your lawful basis',
    hint: 'Where you rely on more than the consent that the page names.',
  },
  {
    name: 'more',
    label: 'Anything else',
    hint: 'Your registration, your data protection officer, your other notices.',
  },
] as const
