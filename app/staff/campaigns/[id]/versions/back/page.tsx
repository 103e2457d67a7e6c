import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { posted } from '@/app/_server/request'
import { CampaignHead } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { Changes } from '@/components/editor/changes'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button, ButtonLink } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { versionNumber } from '@/lib/campaigns/input'
import { findVersion, type Version } from '@/lib/campaigns/versions'
import { compareContents, type FieldChange } from '@/lib/content/changes/compare'
import { editorParts } from '@/lib/content/parts'
import { counted, timeAndDate } from '@/lib/kernel/text'
import { draft, live } from './form'

export const generateMetadata = campaignMetadata('Bring a version back')

/** What an old version would change in the draft or on the public pages, and the question whether it shall. */
export default staffPage(
  { verb: 'campaigns.see', at: '/staff/campaigns', title: 'Bring a version back' },
  async ({ ctx }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const old = await findVersion(ctx, campaign.id, versionNumber(query.number))
    if (!old) notFound()
    const left = posted(draft) ?? posted(live)
    const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
    return (
      <>
        <CampaignHead campaign={campaign} at="Versions" />
        <div className="max-w-[50rem] space-y-7">
          <ErrorSummary faults={left?.faults ?? []} />
          {query.as === 'live' ? (
            <AskLive campaign={campaign} old={old} />
          ) : (
            <AskDraft campaign={campaign} old={old} chosen={left?.values.parts.split(' ')} error={errorOf('parts')} />
          )}
        </div>
      </>
    )
  },
)

type Asked = { campaign: StaffCampaign; old: Version }

function AskDraft({ campaign, old, chosen, error }: Asked & { chosen: string[] | undefined; error?: string }) {
  const changes = compareContents(campaign.draft.content, old.content)
  const parts = editorParts.filter(({ id }) => changes.some(({ part }) => part === id))
  const all = parts.map(({ id }) => id)
  return (
    <Part id="changes" heading={`Version ${old.number} in the draft again?`}>
      <div className="space-y-6">
        <Saved what="Version" version={old} />
        {parts.length === 0 ? (
          <p>The draft has the same text already. There is nothing to bring back.</p>
        ) : (
          <form method="post" action={`/staff/campaigns/${campaign.id}/versions/back?number=${old.number}&as=draft`}>
            <input type="hidden" name="number" value={old.number} />
            <input type="hidden" name="draft" value={campaign.draft.id} />
            <div className="space-y-6">
              <Choices
                kind="checkbox"
                name="parts"
                legend="What comes back"
                hint={`What you leave out stays as it is in the draft, version ${campaign.draft.number} by ${campaign.draft.by}. It all stays in the list of versions. Nothing changes for the public until you publish.`}
                choices={parts.map(({ id, title }) => ({
                  value: id,
                  label: title,
                  hint: counted(changes.filter(({ part }) => part === id).length, 'change'),
                }))}
                chosen={chosen?.some((part) => all.includes(part)) ? chosen : all}
                error={error}
              />
              <Answers campaign={campaign}>
                <Button name="do" value="draft">
                  Bring this back into the draft
                </Button>
              </Answers>
            </div>
          </form>
        )}
        {parts.map(({ id, title }) => (
          <InPart key={id} title={title} changes={changes.filter(({ part }) => part === id)} />
        ))}
      </div>
    </Part>
  )
}

function AskLive({ campaign, old }: Asked) {
  const { id, live: now, draft: newest, scheduledAt } = campaign
  const changes = now ? compareContents(now.content, old.content) : []
  const isLive = now?.id === old.id
  return (
    <Part id="changes" heading={isLive ? `Version ${old.number} is live` : `Version ${old.number} live?`}>
      <div className="space-y-6">
        <Saved what="Version" version={old} />
        {!isLive && (
          <form method="post" action={`/staff/campaigns/${id}/versions/back?number=${old.number}&as=live`}>
            <input type="hidden" name="number" value={old.number} />
            <input type="hidden" name="live" value={now?.id ?? ''} />
            <div className="space-y-4">
              <ul className="max-w-measure list-[square] space-y-1 pl-5">
                <li>
                  Everybody sees version {old.number} within seconds
                  {now ? `, in place of version ${now.number}: what changes stands below` : ''}.
                </li>
                <li>
                  The draft stays as it is: version {newest.number}, by {newest.by}.
                </li>
                <li>Letters that are written already keep their text.</li>
                {scheduledAt && <li>What was to go live at {timeAndDate(scheduledAt)} is called off.</li>}
              </ul>
              <Answers campaign={campaign}>
                <Button name="do" value="live">
                  Put version {old.number} live
                </Button>
              </Answers>
            </div>
          </form>
        )}
        {!isLive && now && changes.length === 0 && (
          <Notice>The public text stays the same: the two do not differ.</Notice>
        )}
        <Changes changes={changes} />
      </div>
    </Part>
  )
}

function Saved({ what, version }: { what: string; version: Version }) {
  return (
    <p>
      {what} {version.number}: {version.by}, <When at={version.at} />.{' '}
      <span className="whitespace-nowrap">
        <del className="bg-fault-wash text-fault">Taken out</del>,{' '}
        <ins className="bg-accent-wash font-bold no-underline">put in</ins>.
      </span>
    </p>
  )
}

function Answers({ campaign, children }: { campaign: StaffCampaign; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-3">
      {children}
      <ButtonLink look="second" href={`/staff/campaigns/${campaign.id}/versions`}>
        Leave all as it is
      </ButtonLink>
    </div>
  )
}

function InPart({ title, changes }: { title: string; changes: FieldChange[] }) {
  return (
    <section>
      <h3 className="text-h3">{title}</h3>
      <Changes changes={changes} level={4} />
    </section>
  )
}
