import { notFound } from 'next/navigation'
import { posted } from '@/app/_server/request'
import { CampaignHead } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { LiveAdvice } from '@/components/editor/live-advice'
import { LiveDraft } from '@/components/editor/live-draft'
import { LetterBeside } from '@/components/editor/live-letter'
import { LiveSlots, SlotByPart } from '@/components/editor/live-slots'
import { ThreeLetters } from '@/components/editor/three-letters'
import { When } from '@/components/staff/when'
import { Details } from '@/components/ui/details'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { adviceOn, draftFindings } from '@/lib/campaigns/publishing/checks-before-publishing'
import { PICTURES, type WhichPicture } from '@/lib/campaigns/share-picture/set'
import { turnsOffered } from '@/lib/campaigns/undo'
import type { FieldFault } from '@/lib/content/fields/field-fault'
import { type Unwritten, unwrittenOf } from '@/lib/content/fields/unwritten'
import { editorParts, findPart } from '@/lib/content/parts'
import type { EditorPart } from '@/lib/content/parts/field'
import { ownOf } from '@/lib/kernel/own-property'
import { longDate } from '@/lib/kernel/text'
import { letterBeside } from '@/lib/writing/draft-as-letter'
import type { SlotsInWords } from '@/lib/writing/draft-as-letter-type'
import { slotsInWords } from '@/lib/writing/lint/slot-words'
import { conflictOf } from './conflict-of'
import { form, picture } from './form'
import { PartForm } from './part-form'
import { PartsMenu, wayOn } from './parts-menu'
import { PictureForm } from './picture-form'

export const generateMetadata = campaignMetadata(({ part = '' }) => titleOfPart(part))

/** One part of a campaign's text. What was just posted decides what is shown; a plain visit shows the draft. */
export default staffPage(
  { verb: 'campaigns.edit', at: '/staff/campaigns', title: async (_staff, { part = '' }) => titleOfPart(part) },
  async ({ ctx }, query, { id, part: partId = '' }) => {
    const campaign = await foundCampaign(ctx, id)
    const part = findPart(partId) ?? notFound()
    const { draft } = campaign
    const left = posted(form)
    const conflict = left?.unsaved ? await conflictOf(ctx, campaign, left.unsaved) : null
    const [findings, turns] = await Promise.all([draftFindings(ctx, draft.content), turnsOffered(ctx, campaign.id)])
    const here = findings.faults.filter((fault) => fault.part === part.id)
    const { unwritten, wrong } = unwrittenOf(draft.content, here)
    // Nobody is told off for what they have not come to yet.
    const asked = query.check !== undefined ? here : wrong
    const faults = left?.faults ?? asked
    const advice = adviceOn(part, findings.advice)
    const mp = textIn(query.mp)
    const turn = turnOf(Number(textIn(query.turn)), query.next !== undefined)
    const letters = part.letter ? await letterBeside(ctx, draft.content, mp, turn) : null
    const drawn = isPictured(part.id) ? posted(picture) : null
    const on = wayOn({ campaign: campaign.id, at: part.id, faults: findings.faults })
    return (
      <>
        <SkipToField />
        <CampaignHead campaign={campaign} at="Text" dense />
        <div className="-mt-5 gap-x-8 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
          <div className="max-lg:hidden">
            <PartsMenu campaign={campaign.id} at={part.id} faults={findings.faults} />
          </div>
          <div className={part.letter ? 'gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_24rem]' : ''}>
            <div className="min-w-0 space-y-3">
              <Head
                part={part}
                campaign={campaign.id}
                faults={findings.faults}
                unwritten={left || query.check !== undefined ? [] : unwritten}
              />
              <ErrorSummary
                heading={
                  conflict
                    ? 'Not saved yet'
                    : left
                      ? 'Saved as a draft. Before it can go live:'
                      : 'Before it can go live:'
                }
                faults={[...(left || query.check !== undefined ? faults : []), ...(drawn?.faults ?? [])]}
              />
              {left && !left.unsaved && left.merged.length > 0 && <Merged others={left.merged} />}
              <LiveDraft
                formId="part-form"
                place={`${campaign.id}:${part.id}`}
                saved={savedWords(query, draft.number)}
                unsaved={conflict !== null}
                undo={turns.undo ? turns.undo.names.join('; ') : null}
                redo={turns.redo ? turns.redo.names.join('; ') : null}
                next={<WayOn {...on} />}
              />
              <PartForm
                ctx={ctx}
                campaign={campaign}
                part={part}
                typed={conflict?.typed ?? null}
                base={conflict?.base ?? draft.id}
                faults={faults}
                advice={advice}
                choices={conflict?.notice}
              />
              {isPictured(part.id) && <PictureForm campaign={campaign} which={part.id} left={drawn} />}
              <LiveAdvice advice={advice} />
              {letters && <Letters letters={letters} slots={slotsInWords(findings.figures)} />}
              <p className="text-muted">
                Saved by {draft.by}, <When at={draft.at} />. Nothing goes live before it is published.
              </p>
            </div>
            {letters && <LetterBeside beside={letters.beside} mp={mp} turn={turn} date={longDate(ctx.now())} />}
          </div>
        </div>
      </>
    )
  },
)

/** Past the menus: where one types. */
function SkipToField() {
  return (
    <a
      href="#first-field"
      className="sr-only bg-amber px-5 py-3 font-bold text-black focus:not-sr-only focus:absolute focus:z-10"
    >
      Skip to the fields
    </a>
  )
}

/** Parts that a press release can fill. */
const FROM_A_RELEASE = ['summary', 'story', 'source']

type HeadProps = {
  part: EditorPart
  campaign: string
  faults: readonly FieldFault[]
  unwritten: readonly Unwritten[]
}

/** What the part is for and what is still to be written in it; on a phone, where the other parts are, and the letter. */
function Head({ part, campaign, faults, unwritten }: HeadProps) {
  const place = editorParts.findIndex(({ id }) => id === part.id) + 1
  return (
    <div className="flex flex-wrap gap-x-6 [&>div:has([open])]:w-full">
      <div className="lg:hidden">
        <Details look="plain" summary={`Part ${place} of ${editorParts.length}`}>
          <PartsMenu campaign={campaign} at={part.id} faults={faults} />
        </Details>
      </div>
      <div>
        <Details look="plain" summary="About">
          <p className="max-w-measure">{part.help}</p>
        </Details>
      </div>
      {unwritten.length > 0 && (
        <div>
          <Details look="plain" summary={<span key={unwritten.length}>{`Still to write: ${unwritten.length}`}</span>}>
            <ul className="list-[square] pl-5">
              {unwritten.map(({ field, name }) => (
                <li key={field}>
                  <a href={`#${field}`} className="link inline-flex min-h-target items-center">
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
      {FROM_A_RELEASE.includes(part.id) && (
        <a
          href={`/staff/campaigns/${campaign}/import`}
          className="link inline-flex min-h-target items-center font-semibold"
        >
          From a press release
        </a>
      )}
      {part.letter && (
        <a href="#beside" className="link inline-flex min-h-target items-center font-semibold lg:hidden">
          The letter
        </a>
      )}
    </div>
  )
}

function WayOn({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} className="link inline-flex min-h-target items-center gap-2 font-bold">
      <span key={label}>{label}</span>
      <Icon name="arrow" />
    </a>
  )
}

/** What the draft’s letters come to. */
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

const turnedWords: Record<string, string> = {
  undo: 'Undone. ',
  redo: 'Done again. ',
  nothing: 'There is nothing to take back. ',
  conflict: 'Nothing is taken back: somebody else has changed the same since. ',
}

function savedWords(query: Record<string, string | string[] | undefined>, version: number): string {
  const turned = ownOf(turnedWords, query.turned)
  return `${turned ?? (query.saved ? 'Saved. ' : '')}The draft is version ${version}.`
}

function titleOfPart(id: string): string {
  return findPart(id)?.title ?? 'Edit the text'
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
