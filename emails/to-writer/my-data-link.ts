import { button, facts, paragraph } from '@/emails/_components/blocks'
import { timeAndDate } from '@/emails/_components/date'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { shortSubject } from '@/emails/_components/plain'

export type MyDataLinkProps = FooterProps & { email: string; myDataUrl: string; expires: Date }

/** The way to a person's own data, sent to the address that it is kept with. */
export function myDataLinkEmail(props: MyDataLinkProps): Notice {
  return {
    kind: 'notice',
    subject: shortSubject(`See your data at ${props.site}, or have it erased`, 'See your data, or have it erased'),
    preview: `The link works until ${timeAndDate(props.expires)}.`,
    heading: 'See your data, or have it erased',
    blocks: [
      paragraph(
        'The page that this link opens shows what is kept with your e-mail address. There you can get a copy of it, or have it erased.',
      ),
      button('Open your data', props.myDataUrl),
      paragraph('Opening the link erases nothing: the page asks you first.'),
      facts({ 'Kept with': props.email, 'Link works until': timeAndDate(props.expires) }),
      paragraph(
        'Do not pass this e-mail on: whoever has the link can see the data. If you did not ask for it, ignore this e-mail, and nothing changes.',
      ),
    ],
    because: 'You get this e-mail because someone asked for the data kept with your address.',
    footer: props,
  }
}
