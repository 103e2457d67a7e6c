import { button, facts, paragraph } from '@/emails/_components/blocks'
import { timeAndDate } from '@/emails/_components/date'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { plainLine, shortSubject } from '@/emails/_components/plain'

export type StaffSignInProps = FooterProps & { email: string; signInUrl: string; expires: Date }

/** The way in for staff: a page with a button, because mail scanners open links. */
export function staffSignInEmail(props: StaffSignInProps): Notice {
  return {
    kind: 'notice',
    subject: shortSubject(`Sign in to ${props.site}`, 'Sign in to the staff side'),
    preview: `The link works once, until ${timeAndDate(props.expires)}.`,
    heading: `Sign in to ${plainLine(props.site)}`,
    blocks: [
      button('Open the page to sign in', props.signInUrl),
      paragraph('Opening the link does not sign you in yet: press the button on the page that it opens.'),
      facts({ 'Signs in': props.email, 'Link works until': timeAndDate(props.expires), 'How often': 'once' }),
      paragraph('If you did not ask for it, ignore this e-mail. Nobody can sign in without this link.'),
    ],
    because: 'You get this e-mail because someone asked to sign in to the staff side with your address.',
    footer: forTeam(props),
  }
}
