import { button, facts, list, paragraph } from '@/emails/_components/blocks'
import { timeAndDate } from '@/emails/_components/date'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { plainLine } from '@/emails/_components/plain'

export type PublishingCalledOffProps = FooterProps & {
  campaignTitle: string
  version: number
  /** When it was to go live. */
  at: Date
  /**
   * Another member called it off, set another time or version, or published something else; or it had faults at its time.
   * `no-right`: whoever set it may not publish any more, told to administrators; `own-role`: the same, told to them.
   */
  why: 'cancelled' | 'rescheduled' | 'published' | 'faulty' | 'no-right' | 'own-role'
  /** The member who did it, by e-mail; `null` where nobody did, or they are gone. */
  by: string | null
  /** What stands in its way, each in a sentence. */
  faults: string[]
  publishUrl: string
}

/** Tells whoever scheduled a version that it does not go live as they had set it. */
export function publishingCalledOffEmail(props: PublishingCalledOffProps): Notice {
  const { campaignTitle, version, at, why, faults, publishUrl } = props
  const subject = subjectOf(why)
  return {
    kind: 'notice',
    subject,
    preview: saidOf(props),
    heading: subject,
    blocks: [
      paragraph(saidOf(props)),
      facts({ Campaign: campaignTitle, Version: `${version}`, 'Was set for': timeAndDate(at) }),
      ...(faults.length > 0 ? [paragraph('This stands in its way:'), list(...faults)] : []),
      paragraph(
        'The text is still there, among the versions. What the public reads now stays until another goes live.',
      ),
      ...(why === 'own-role' ? [] : [button('Look at it', publishUrl)]),
    ],
    because:
      why === 'no-right'
        ? `You get this e-mail because you are an administrator of ${plainLine(props.site)}.`
        : `You get this e-mail because you set the time at which that version was to go live on ${plainLine(props.site)}.`,
    footer: forTeam(props),
  }
}

function subjectOf(why: PublishingCalledOffProps['why']): string {
  if (why === 'faulty') return 'Your version could not go live'
  return why === 'no-right' ? 'A version does not go live as set' : 'Your version does not go live as set'
}

function saidOf({ why, by }: PublishingCalledOffProps): string {
  const who = plainLine(by ?? '') || 'Another member of the team'
  switch (why) {
    case 'cancelled':
      return `${who} has called it off that your version goes live by itself.`
    case 'rescheduled':
      return `${who} has set another time, or another version, to go live in place of yours.`
    case 'published':
      return `${who} has put another version live, and so yours does not follow by itself any more.`
    case 'no-right':
      return 'Whoever had set that this version goes live by itself has left the team, or may not publish in that campaign any more. So it was called off: publish it yourself, or set another time, if it is to go live.'
    case 'own-role':
      return 'You may not publish in that campaign any more, and so it was called off that your version goes live by itself.'
    case 'faulty':
      return 'The moment that you set has come, but the version has faults by now, and so it was not put live. Nothing is set any more.'
  }
}
