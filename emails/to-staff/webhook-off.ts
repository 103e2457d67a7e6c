import { button, paragraph } from '@/emails/_components/blocks'
import { timeAndDate } from '@/emails/_components/date'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { plainLine } from '@/emails/_components/plain'

export type WebhookOffProps = FooterProps & {
  host: string
  why: 'gone' | 'failing'
  /** Since when nothing got through. */
  since: Date | null
  webhookUrl: string
}

/** Tells an administrator that the installation has switched a webhook off. */
export function webhookOffEmail(props: WebhookOffProps): Notice {
  const { host, why, since, webhookUrl } = props
  const subject = `The webhook to ${host} was switched off`
  const said =
    why === 'gone'
      ? `${host} answered with status 410, by which a receiver says that it wants no more messages.`
      : `Nothing has got through to ${host}${since ? ` since ${timeAndDate(since)}` : ' for days'}, although each message was tried again and again.`
  return {
    kind: 'notice',
    subject: plainLine(subject),
    preview: said,
    heading: subject,
    blocks: [
      paragraph(said),
      paragraph(
        'Supporters who confirm or leave meanwhile are not forgotten: once you have put the receiver right and switched the webhook on again, it is told of them.',
      ),
      button('Look at the webhook', webhookUrl),
    ],
    because: `You get this e-mail because you are an administrator of ${props.site}.`,
    footer: forTeam(props),
  }
}
