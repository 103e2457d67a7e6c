import { renderEmail } from '@/emails/render'
import { type ReleasedProps, releasedEmail } from '@/emails/to-writer/released'
import { partyWords } from '@/lib/directory/party-words'
import type { Context } from '@/lib/kernel/context'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { letterHistory } from '@/lib/letters/find'
import { addressOf } from '@/lib/letters/link-addresses'
import { mailFacts } from '@/lib/letters/mail-facts'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { mailWriter } from './mail-writer'

const GOING = ['queued', 'sending', 'accepted', 'delivered']

/** Tells the supporter, whose letter was held, that there is an MP now, or an address, and that it is on its way. */
export async function tellReleased(ctx: Context, letterId: string): Promise<void> {
  const facts = await mailFacts(ctx, letterId)
  if (!facts || !GOING.includes(facts.letter.state)) return
  const mp = await mpOfLetter(ctx, facts.letter)
  // Gone again already: the letter will be held again, and that is told too.
  if (!mp) return
  const { letter, shared } = facts
  const waitedFor = whatFreedIt(await letterHistory(ctx, letterId))
  const statusUrl = addressOf(ctx).status(await makeLink(ctx, 'letter', { letterId }))
  const message = releasedEmail({ ...shared, waitedFor, mpName: mp.name, mpParty: partyWords(mp.party), statusUrl })
  await mailWriter(ctx, letterId, 'released', {
    key: `released ${letterId} ${mp.id} ${waitedFor}`,
    to: letter.person.email,
    ...(await renderEmail(message)),
  })
}

/** What a letter waited for when it was released last. */
function whatFreedIt(history: Awaited<ReturnType<typeof letterHistory>>): ReleasedProps['waitedFor'] {
  const freed = history.findLastIndex(({ reason }) => reason === 'has-mp' || reason === 'has-address')
  if (history[freed]?.reason !== 'has-address') return 'mp'
  const before = history.slice(0, freed).findLast(({ reason }) => reason === 'no-address-yet' || reason === 'no-email')
  return before?.reason === 'no-email' ? 'writer' : 'address'
}
