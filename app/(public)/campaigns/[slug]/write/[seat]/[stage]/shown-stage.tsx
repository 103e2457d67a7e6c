import { notFound } from 'next/navigation'
import { mayGoAtOnce } from '@/app/_server/letter/may-go-at-once'
import type { LetterState } from '@/app/_server/letter/state'
import type { Preview } from '@/app/(public)/preview-bar'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { CheckStage } from './check-stage'
import { LetterStage } from './letter-stage'
import { WordsStage } from './words-stage'
import { YouStage } from './you-stage'

type Props = { ctx: Context; campaign: LiveCampaign; left: LetterState; preview?: Preview }

/** The page of a letter that its form leads to. */
export async function ShownStage({ ctx, campaign, left, preview }: Props) {
  const seat = await findSeat(ctx, left.draft.constituency)
  if (!seat) notFound()
  const shown = { campaign, seat, preview }
  switch (left.stage) {
    case 'check':
      return <CheckStage ctx={ctx} posted={left} {...shown} />
    case 'you':
      return <YouStage posted={left} atOnce={!preview && (await mayGoAtOnce(ctx, left.draft))} {...shown} />
    case 'letter':
      return <LetterStage posted={left} {...shown} />
    default:
      return <WordsStage draft={left.draft} faults={left.faults} posted {...shown} />
  }
}
