import { currentExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/form-answer'
import { limitsLifted } from '@/app/_server/limits-lifted'
import { asideOf } from '@/lib/content/content-for-mp'
import { findCampaign, isClosedToWriting, type LiveCampaign } from '@/lib/content/find-campaign'
import { findSeat, type Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { takeTurn } from '@/lib/limits/rate-limit'
import { contextFor } from '@/lib/mailer/context-for'
import { giveWording } from '@/lib/writing/wordings/give-wording'
import { blockedDomain } from './blocked-domain'
import { textOf } from './fields'
import { readDraft } from './letter-draft'
import { letterSteps } from './letter-steps'
import { placeHome } from './place-home'
import { sendDraft } from './write-submit'

/** The letter's forms: see `letterSteps`. */
export async function writeForm(form: FormData, { slug = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const campaign = await findCampaign(ctx, slug)
  if (!campaign) throw new Refusal('not-found', 'There is no such campaign.')
  if (isClosedToWriting(campaign, ctx.now())) return { redirect: `/campaigns/${slug}` }
  const draft = readDraft(form)
  const seat = await findSeat(ctx, draft.constituency)
  if (!seat) return { redirect: `/campaigns/${slug}` }
  if (asideOf(campaign.content, seat)) return { redirect: `/campaigns/${slug}/write?constituency=${seat.code}` }
  return letterSteps(form, draft, {
    campaign,
    seat,
    begin: (asks) => begin(ctx, campaign, seat, asks),
    place: (postcode) => placeHome(ctx, postcode, seat.code),
    alsoFaulty: ({ email }) => blockedDomain(ctx, email),
    send: (sound, placing) => sendDraft(ctx, campaign, seat, sound, placing, textOf(form, 'puzzle')),
  })
}

async function begin(ctx: Context, campaign: LiveCampaign, seat: Seat, asks: string[]) {
  const turn = await takeTurn(ctx, 'wording', currentExchange().clientAddress, limitsLifted())
  return turn.allowed ? giveWording(ctx, campaign, seat, asks) : { retryAt: turn.retryAt }
}
