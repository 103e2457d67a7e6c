import type { ReactNode } from 'react'
import { StartFromOurs } from '@/components/editor/start-from-ours'
import { Details } from '@/components/ui/details'
import { MAIL_PLACEHOLDERS, type WordedEmail, wordedEmails } from '@/emails/to-writer/worded-emails'
import type { ContentFields } from '@/lib/content/fields/fields'
import { fieldsOfEmail } from '@/lib/content/parts/emails'
import type { EditorField } from '@/lib/content/parts/field'

type Props = {
  fields: ContentFields
  input: (field: EditorField, name: string) => ReactNode
  errors: Readonly<Record<string, string>>
  /** The version that the e-mails are shown of, and the seat that they are shown for. */
  versionId: string
  seat: string | null
}

/** The e-mails to writers, each with its fields, what always stands in it, and what it comes to. */
export function EmailFields({ fields, input, errors, versionId, seat }: Props) {
  const names = Object.keys(wordedEmails) as WordedEmail[]
  return (
    <div className="border-t border-hair">
      {names.map((name) => {
        const { label, holds, subject, opening, always } = wordedEmails[name]
        const own = fieldsOfEmail(name)
        const isOwn = own.some(({ key }) => (fields[key] ?? '').length > 0)
        const isWrong = own.some(({ key }) => errors[key] !== undefined)
        const ours: Record<string, string> = { subject, opening: opening.join('\n\n') }
        const at = `/preview/${versionId}/emails/${name}?seat=${seat}`
        return (
          <div key={name} className="border-b border-hair">
            <Details
              look="plain"
              id={`email-${name}`}
              open={isWrong}
              summary={
                <>
                  {label}
                  {isOwn && <span className="font-normal text-muted">, in your words</span>}
                </>
              }
            >
              <div className="gap-8 lg:grid lg:grid-cols-2">
                <div className="space-y-6">
                  <div>
                    <p>This e-mail can hold:</p>
                    <ul className="list-[square] pl-5">
                      {holds.map((each) => (
                        <li key={each}>
                          <code>{`{${each}}`}</code> {MAIL_PLACEHOLDERS[each]}
                        </li>
                      ))}
                    </ul>
                  </div>
                  {own.map((field) => {
                    const text = ours[field.key.split('.').at(-1) ?? '']
                    return (
                      <div key={field.key}>
                        {input(field, field.key)}
                        {text && <StartFromOurs field={field.key} label={field.label} ours={text} />}
                      </div>
                    )
                  })}
                  <div>
                    <p>Always there, whatever you write:</p>
                    <ul className="list-[square] pl-5">
                      {[...always, 'the greeting, who stands behind it, and where privacy is explained'].map((each) => (
                        <li key={each}>{each}</li>
                      ))}
                    </ul>
                  </div>
                </div>
                {seat && (
                  <div className="mt-6 space-y-4 lg:mt-0">
                    <p>As it is saved, for a made-up writer:</p>
                    <iframe
                      src={at}
                      title={`${label}, as it is shown`}
                      loading="lazy"
                      className="h-[30rem] w-full border border-edge bg-white"
                    />
                    <iframe
                      src={`${at}&as=text`}
                      title={`${label}, as plain text`}
                      loading="lazy"
                      className="h-[20rem] w-full border border-edge bg-white"
                    />
                  </div>
                )}
              </div>
            </Details>
          </div>
        )
      })}
    </div>
  )
}
