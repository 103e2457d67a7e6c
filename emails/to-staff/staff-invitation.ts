import { button, facts, link, paragraph } from '@/emails/_components/blocks'
import { timeAndDate } from '@/emails/_components/date'
import type { Notice } from '@/emails/_components/message'
import { shortSubject } from '@/emails/_components/plain'
import type { StaffSignInProps } from './staff-sign-in'

export type StaffInvitationProps = StaffSignInProps & {
  role: 'campaigner' | 'editor' | 'admin'
  /** Where to ask for another link once this one has run out. */
  signInPage: string
}

const roles = {
  campaigner: 'campaigner: you see the figures',
  editor: 'editor: you see the figures and edit the campaigns',
  admin: 'administrator: you see and change everything',
}

/** Tells a person that they are on the team, with their first way in. */
export function staffInvitationEmail(props: StaffInvitationProps): Notice {
  return {
    kind: 'notice',
    subject: shortSubject(`You are invited to the team of ${props.site}`, 'You are invited to the team'),
    preview: `The link works once, until ${timeAndDate(props.expires)}.`,
    heading: 'You are invited to the team',
    blocks: [
      paragraph('An administrator has put you on the team that runs the campaigns of this site.'),
      button('Open the page to sign in', props.signInUrl),
      paragraph('There is no password: whenever you want to sign in, a link comes to this address.'),
      facts({
        'Signs in': props.email,
        'Your role': roles[props.role],
        'Link works until': timeAndDate(props.expires),
      }),
      link('Later, ask for a new link here', props.signInPage),
    ],
    because: 'You get this e-mail because an administrator of this site entered your address.',
    footer: props,
  }
}
