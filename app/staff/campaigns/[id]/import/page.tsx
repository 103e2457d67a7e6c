import { posted } from '@/app/_server/request'
import { CampaignHead } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/typing/text-area'
import { TAKEN, type Taken } from '@/lib/content/import/into-fields'
import type { ReadRelease } from '@/lib/content/import/read-release'
import { counted, longDate } from '@/lib/kernel/text'
import { read, take } from './form'

export const generateMetadata = campaignMetadata('From a press release')

/** A first draft from a press release: pasted, read by rule, and taken part by part. */
export default staffPage(
  {
    verb: 'campaigns.edit',
    at: '/staff/campaigns',
    title: 'From a press release',
    lead: 'See what of a statement could become the first draft, read by the shape of its text alone. Nothing is saved before you have ticked it.',
  },
  async ({ ctx }, _query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const left = posted(read) ?? posted(take)
    const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
    const action = `/staff/campaigns/${campaign.id}/import`
    return (
      <>
        <CampaignHead campaign={campaign} at="Text" dense />
        <div className="max-w-[46rem] space-y-7">
          <ErrorSummary faults={left?.faults ?? []} />
          {left?.read && (
            <form id="take-form" method="post" action={action} noValidate className="space-y-6">
              <input type="hidden" name="release" value={left.release} />
              <Choices
                kind="checkbox"
                name="take"
                legend="What was found in it"
                hint="Untick what is wrong. All of it can be changed afterwards, and comes after what the draft has already."
                error={errorOf('take')}
                choices={TAKEN.filter((one) => left.read && left.read[one].length > 0).map((one) => ({
                  value: one,
                  label: left.read ? labels[one](left.read) : one,
                  hint: left.read ? <Found texts={[left.read[one]].flat()} isDate={one === 'date'} /> : undefined,
                }))}
                chosen={TAKEN}
              />
              <Button name="do" value="take">
                Take it into the draft
              </Button>
            </form>
          )}
          <form
            id="read-form"
            method="post"
            encType="multipart/form-data"
            action={action}
            noValidate
            className="space-y-6"
          >
            <input type="hidden" name="do" value="read" />
            <TextArea
              name="release"
              label={left?.read ? 'The text, to read again' : 'The text of the press release'}
              hint="From its title on. A list after “we urge”, “call on” or “ask” becomes the asks; other lists become concerns."
              rows={left?.read ? 4 : 10}
              defaultValue={left?.release ?? ''}
              error={errorOf('release')}
            />
            {/* Last of the fields: a document that is too large is read no further. */}
            {!left?.read && (
              <Field
                id="document"
                label="Or a document"
                hint="A .docx file of at most 5 MB. Its text is read, the file is not kept, and pictures are left out."
                error={errorOf('document')}
              >
                {(tied) => (
                  <input
                    {...tied}
                    type="file"
                    name="document"
                    accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                    className="control w-full max-w-measure"
                  />
                )}
              </Field>
            )}
            <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
              <Button look={left?.read ? 'second' : 'main'}>Read it</Button>
              {left?.read && (
                <a href={action} className="link inline-flex min-h-target items-center font-semibold">
                  Begin with another text or document
                </a>
              )}
            </div>
          </form>
        </div>
      </>
    )
  },
)

const labels: Record<Taken, (read: ReadRelease) => string> = {
  title: () => 'Title of the source',
  date: () => 'Date of the source',
  story: ({ story }) => `${counted(story.length, 'paragraph')} of the story`,
  concerns: ({ concerns }) => counted(concerns.length, 'concern'),
  asks: ({ asks }) => counted(asks.length, 'ask'),
}

function Found({ texts, isDate }: { texts: readonly string[]; isDate: boolean }) {
  return texts.map((text) => (
    <span key={text} className="mt-1 block font-serif">
      {isDate ? longDate(new Date(`${text}T12:00:00Z`)) : text}
    </span>
  ))
}
