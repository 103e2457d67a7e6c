import { notFound } from 'next/navigation'
import { posted } from '@/app/_server/request'
import { CampaignHead } from '@/app/staff/campaigns/[id]/campaign-head'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { LiveAdvice } from '@/components/editor/live-advice'
import { LiveDraft } from '@/components/editor/live-draft'
import { LetterBeside } from '@/components/editor/live-letter'
import { LiveSlots, SlotByPart } from '@/components/editor/live-slots'
import { ThreeLetters } from '@/components/editor/three-letters'
import { When } from '@/components/staff/when'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { adviceOn, draftFindings } from '@/lib/campaigns/publishing/checks-before-publishing'
import { PICTURES, type WhichPicture } from '@/lib/campaigns/share-picture/set'
import { findPart } from '@/lib/content/parts'
import { longDate } from '@/lib/kernel/text'
import { letterBeside } from '@/lib/writing/draft-as-letter'
import type { SlotsInWords } from '@/lib/writing/draft-as-letter-type'
import { slotsInWords } from '@/lib/writing/lint/slot-words'
import { conflictOf } from './conflict-of'
import { form, picture } from './form'
import { PartForm } from './part-form'
import { PartsMenu } from './parts-menu'
import { PictureForm } from './picture-form'

export const metadata = { title: 'Edit the text' }

/** One part of a campaign's text. What was just posted decides what is shown; a plain visit shows the draft. */
export default staffPage(
  { verb: 'campaigns.edit', at: '/staff/campaigns', title: 'Edit the text' },
  async ({ ctx }, query, { id, part: partId = '' }) => {
    const campaign = await foundCampaign(ctx, id)
    const part = findPart(partId) ?? notFound()
    const { draft } = campaign
    const left = posted(form)
    const conflict = left?.unsaved ? await conflictOf(ctx, campaign, left.unsaved) : null
    const findings = await draftFindings(ctx, draft.content)
    const checked = query.check !== undefined && !left ? findings.faults.filter((fault) => fault.part === part.id) : []
    const faults = left?.faults ?? checked
    const mp = textIn(query.mp)
    const turn = turnOf(Number(textIn(query.turn)), query.next !== undefined)
    const letters = part.letter ? await letterBeside(ctx, draft.content, mp, turn) : null
    const drawn = isPictured(part.id) ? posted(picture) : null
    return (
      <>
        <CampaignHead campaign={campaign} at="Text" />
        <PartsMenu campaign={campaign.id} at={part.id} faults={findings.faults} />
        <header className="max-w-measure">
          <h2 className="text-[1.5555rem] leading-tight font-extrabold">{part.title}</h2>
          <p className="mt-1.5">{part.help}</p>
        </header>
        {letters && <Letters letters={letters} slots={slotsInWords(findings.figures)} />}
        <LiveAdvice advice={adviceOn(part, findings.advice)} />
        <div className={part.letter ? 'gap-10 space-y-8 lg:grid lg:grid-cols-[minmax(0,1fr)_27rem] lg:space-y-0' : ''}>
          <div className="min-w-0 space-y-6">
            <ErrorSummary
              heading={
                conflict
                  ? 'Not saved yet'
                  : left
                    ? 'Saved as a draft. Before it can go live:'
                    : 'Before it can go live:'
              }
              faults={[...faults, ...(drawn?.faults ?? [])]}
            />
            {left && !left.unsaved && left.merged.length > 0 && <Merged others={left.merged} />}
            <LiveDraft
              formId="part-form"
              place={`${campaign.id}:${part.id}`}
              saved={`${query.saved ? 'Saved. ' : ''}The draft is version ${draft.number}.`}
              unsaved={conflict !== null}
            />
            <PartForm
              ctx={ctx}
              campaign={campaign}
              part={part}
              typed={conflict?.typed ?? null}
              base={conflict?.base ?? draft.id}
              faults={faults}
              choices={conflict?.notice}
            />
            {isPictured(part.id) && <PictureForm campaign={campaign} which={part.id} left={drawn} />}
            <p className="text-muted">
              Saved by {draft.by}, <When at={draft.at} />. Nothing goes live before it is published.
            </p>
          </div>
          {letters && <LetterBeside beside={letters.beside} mp={mp} turn={turn} date={longDate(ctx.now())} />}
        </div>
      </>
    )
  },
)

/** What the draft’s letters come to, before its fields: these are long. */
function Letters({
  letters,
  slots,
}: {
  letters: Awaited<ReturnType<typeof letterBeside>>
  slots: SlotsInWords | null
}) {
  return (
    <div className="space-y-1">
      <LiveSlots slots={slots} />
      <SlotByPart slots={slots} />
      <ThreeLetters beside={letters.beside} three={letters.three} />
    </div>
  )
}

function Merged({ others }: { others: string[] }) {
  return (
    <Notice look="info" heading="Saved, beside what somebody else changed meanwhile">
      <p>They changed: {others.join('; ')}. Your changes and theirs are both in the draft.</p>
    </Notice>
  )
}

/** Whether a part has a picture, which is uploaded by a form of its own. */
function isPictured(part: string): part is WhichPicture {
  return part in PICTURES
}

/** Which of the letters is shown; the one after it where that is asked for. */
function turnOf(turn: number, next: boolean): number {
  return (Number.isSafeInteger(turn) && turn > 0 ? turn : 0) + (next ? 1 : 0)
}

function textIn(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
