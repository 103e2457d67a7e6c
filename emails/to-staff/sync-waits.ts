import { button, facts, paragraph } from '@/emails/_components/blocks'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'

export type SyncWaitsProps = FooterProps & {
  /** How many seats would be emptied, or get another person or e-mail; of how many. */
  touched: number
  seats: number
  newMembers: number
  left: number
  vacant: number
  /** Why nothing was changed, each without a full stop. */
  reasons: readonly string[]
  directoryUrl: string
}

/** Asks an administrator to look at an answer of the Members API that changes too much at once. */
export function syncWaitsEmail(props: SyncWaitsProps): Notice {
  return {
    kind: 'notice',
    subject: 'Please look: many MPs would change at once',
    preview: `${props.touched} of ${props.seats} seats. Nothing is changed until an administrator confirms it.`,
    heading: 'Many MPs would change at once',
    blocks: [
      paragraph(
        `Last time that it was asked, the UK Parliament Members API named other MPs, or other e-mail addresses, for ${props.touched} of ${props.seats} seats. After a general election that is right; otherwise it may be a fault. So nothing was changed, and letters go on as before, until an administrator has looked.`,
      ),
      ...(props.reasons.length > 0 ? [paragraph(`Why it waits: ${props.reasons.join('; ')}.`)] : []),
      facts({
        'New MPs': `${props.newMembers}`,
        'Not MPs any more': `${props.left}`,
        'Vacant seats': `${props.vacant}`,
      }),
      button('See what would change', props.directoryUrl),
      paragraph('There you confirm it or discard it. Opening the page changes nothing.'),
    ],
    because: `You get this e-mail because you are an administrator of ${props.site}.`,
    footer: forTeam(props),
  }
}
