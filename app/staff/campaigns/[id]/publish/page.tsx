import type { StateOf } from '@/app/_server/forms/form-answer'
import { posted } from '@/app/_server/request'
import { CampaignHead } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { MailNotice } from '@/app/staff/mail-notice'
import { staffPage } from '@/app/staff/staff-page'
import { Changes } from '@/components/editor/changes'
import { UnsavedHere } from '@/components/editor/unsaved-here'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { type Standing, standingOf } from '@/lib/campaigns/life/standing'
import { draftFindings, installationFault } from '@/lib/campaigns/publishing/checks-before-publishing'
import { ARCHIVED } from '@/lib/campaigns/publishing/publish'
import { type UnchangedCopy, unchangedCopy } from '@/lib/campaigns/publishing/unchanged-copy'
import { compareContents } from '@/lib/content/changes/compare'
import type { FieldFault } from '@/lib/content/fields/field-fault'
import { editorParts } from '@/lib/content/parts'
import { ownOf } from '@/lib/kernel/own-property'
import { counted, timeAndDate } from '@/lib/kernel/text'
import { londonTime } from '@/lib/kernel/time/london-time'
import { publish, schedule } from './form'
import { Unchanged } from './unchanged'
import { followsFromPublishing } from './what-follows'

export const generateMetadata = campaignMetadata('Publish')

type ErrorOf = (field: string) => string | undefined

const doneWords: Record<string, string> = {
  published: 'Published',
  scheduled: 'It goes live by itself, as said below.',
  cancelled: 'Called off. What is live stays live.',
}

const PARTS = editorParts.map(({ id, title }) => ({ id, title }))

/** What would change for the public, what stands in the way, and the buttons. */
export default staffPage(
  { verb: 'campaigns.publish', at: '/staff/campaigns', title: 'Publish' },
  async ({ ctx }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const left = posted(publish) ?? posted(schedule)
    const { faults, advice } = await draftFindings(ctx, campaign.draft.content)
    const installation = campaign.state === 'archived' ? ARCHIVED : await installationFault(ctx)
    const copy = await unchangedCopy(ctx, campaign.id, campaign.draft.content)
    const standing = await standingOf(ctx, campaign.id)
    const done = left ? undefined : ownOf(doneWords, query.done)
    const errorOf: ErrorOf = (field) => left?.faults.find((fault) => fault.field === field)?.message
    const isLive = campaign.live?.id === campaign.draft.id
    return (
      <>
        <CampaignHead campaign={campaign} at="Publish" />
        <div className="max-w-[50rem] space-y-7">
          <ErrorSummary faults={left?.faults ?? []} />
          {done && (
            <Notice look="done" heading={done}>
              {query.done === 'published' && <Published campaign={campaign} now={ctx.now()} />}
            </Notice>
          )}
          {campaign.scheduledAt && <Scheduled campaign={campaign} at={campaign.scheduledAt} />}
          {!installation && <MailNotice ctx={ctx} />}
          <UnsavedHere campaign={campaign.id} parts={PARTS} savedAt={campaign.draft.at.toISOString()} />
          <Faults campaign={campaign.id} faults={faults} installation={installation} />
          {advice.length > 0 && (
            <p>
              {counted(advice.length, 'piece', 'pieces')} of advice on the letters:{' '}
              <a className="link" href={`/staff/campaigns/${campaign.id}/edit/asks`}>
                see them beside the text
              </a>
              . Advice keeps nothing from going live.
            </p>
          )}
          {isLive ? (
            <p id="changes">The draft is what is live. There is nothing to publish.</p>
          ) : (
            <>
              <WhatChanges campaign={campaign} />
              <PublishForm
                campaign={campaign}
                standing={standing}
                copy={copy}
                values={left?.values}
                errorOf={errorOf}
                now={ctx.now()}
              />
            </>
          )}
        </div>
      </>
    )
  },
)

function Faults({
  campaign,
  faults,
  installation,
}: {
  campaign: string
  faults: FieldFault[]
  installation: string | null
}) {
  if (faults.length === 0 && !installation) return null
  return (
    <Part
      id="faults"
      heading={`${counted(faults.length + (installation ? 1 : 0), 'thing')} to mend before it can go live`}
    >
      <ul className="list-[square] space-y-1 pl-5">
        {installation && <li>{installation}</li>}
        {faults.map(({ field, part, message }) => (
          <li key={field + message}>
            <a className="link" href={`/staff/campaigns/${campaign}/edit/${part}?check=1#${field}`}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function WhatChanges({ campaign: { live, draft, firstLiveAt } }: { campaign: StaffCampaign }) {
  const changes = live ? compareContents(live.content, draft.content) : []
  return (
    <Part
      id="changes"
      heading={
        live
          ? `What changes from version ${live.number}`
          : firstLiveAt
            ? 'It goes live again'
            : 'It goes live for the first time'
      }
    >
      {live ? (
        changes.length === 0 ? (
          <p>No text changes.</p>
        ) : (
          <Changes changes={changes} />
        )
      ) : (
        <p>Look at the preview first: its pages and e-mails are the real ones.</p>
      )}
    </Part>
  )
}

type FormProps = {
  campaign: StaffCampaign
  standing: Standing
  copy: UnchangedCopy | null
  values: StateOf<typeof publish>['values'] | undefined
  errorOf: ErrorOf
  now: Date
}

function PublishForm({ campaign, standing, copy, values, errorOf, now }: FormProps) {
  const { id, draft } = campaign
  return (
    <Part id="publish" heading={`Publish version ${draft.number}`}>
      <form id="publish-form" method="post" action={`/staff/campaigns/${id}/publish`} noValidate className="space-y-6">
        <input type="hidden" name="version" value={draft.id} />
        {copy && <Unchanged campaign={id} copy={copy} ticked={Boolean(values?.meant)} error={errorOf('meant')} />}
        <TextField
          name="note"
          label="Note"
          hint="For the list of versions: what changed, and why. At most 200 characters."
          autoComplete="off"
          defaultValue={values?.note ?? ''}
          error={errorOf('note')}
          optional
        />
        <ul className="max-w-measure list-[square] space-y-1 pl-5">
          {followsFromPublishing(campaign, standing, now).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Button name="do" value="publish">
          Publish now
        </Button>
        <TextField
          name="at"
          type="datetime-local"
          label="Or at a time"
          hint="London time. This version goes live then, whatever is saved meanwhile."
          autoComplete="off"
          width="half"
          min={londonTime(now)}
          defaultValue={values?.at ?? ''}
          error={errorOf('at')}
        />
        <Button look="second" name="do" value="schedule">
          Publish then
        </Button>
      </form>
    </Part>
  )
}

/** What there is to see once a version was put live. */
function Published({ campaign: { slug, state, live, openedAt }, now }: { campaign: StaffCampaign; now: Date }) {
  const opens = openedAt && openedAt > now ? ` once it opens, at ${timeAndDate(openedAt)}` : ' within seconds'
  return (
    <p>
      {live && `Version ${live.number} is live: everybody sees it${opens}. `}
      {state !== 'draft' && (
        <a className="link" href={`/campaigns/${slug}`}>
          See its page
        </a>
      )}
    </p>
  )
}

function Scheduled({ campaign: { id, scheduledNumber }, at }: { campaign: StaffCampaign; at: Date }) {
  return (
    <Notice look="held" heading={`Version ${scheduledNumber} goes live at ${timeAndDate(at)}`}>
      <form id="cancel-form" method="post" action={`/staff/campaigns/${id}/publish`}>
        <Button look="quiet" name="do" value="cancel">
          Call it off
        </Button>
      </form>
    </Notice>
  )
}
