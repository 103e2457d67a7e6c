import { renderEmail } from '@/emails/render'
import { releasedEmail } from '@/emails/to-writer/released'
import type { Context } from '@/lib/kernel/context'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { addressOf } from '@/lib/letters/link-addresses'
import { mailFacts } from '@/lib/letters/mail-facts'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { mailWriter } from './mail-writer'

const GOING = ['queued', 'sending', 'accepted', 'delivered']

/** Tells the supporter, whose letter was held, that there is an MP now and that it is on its way to them. */
export async function tellReleased(ctx: Context, letterId: string): Promise<void> {
  const facts = await mailFacts(ctx, letterId)
  if (!facts || !GOING.includes(facts.letter.state)) return
  const mp = await mpOfLetter(ctx, facts.letter)
  // Gone again already: the letter will be held again, and that is told too.
  if (!mp) return
  const { letter, shared } = facts
  const statusUrl = addressOf(ctx).status(await makeLink(ctx, 'letter', { letterId }))
  const message = releasedEmail({ ...shared, mpName: mp.name, mpParty: mp.party, statusUrl })
  await mailWriter(ctx, letterId, 'released', {
    key: `released ${letterId} ${mp.id}`,
    to: letter.person.email,
    ...(await renderEmail(message)),
  })
}
