import { button, facts, link as linkTo, paragraph } from '@/emails/_components/blocks'
import { timeAndDate } from '@/emails/_components/date'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { plainLine, shortSubject } from '@/emails/_components/plain'

export type StaffInvitationProps = FooterProps & {
  email: string
  role: 'campaigner' | 'editor' | 'admin'
  /** What the campaigns are called that they work on; `null` for all. */
  campaigns: readonly string[] | null
  /** Where to ask for another link once this one has run out, or to sign in where there is none. */
  signInPage: string
  /** Their first way in; `null` where they sign in with their organisation's account. */
  link: { url: string; expires: Date } | null
  /** Who invites them, by name or address; `null` where that is not known any more. */
  by: string | null
}

/** So many campaigns are named. */
const NAMED = 10

const roles = {
  campaigner: 'campaigner: you see the figures',
  editor: 'editor: you see the figures and edit campaigns',
  admin: 'administrator: you see and change everything',
}

/** Tells a person that they are on the team, with their first way in. */
export function staffInvitationEmail({ link, by, ...props }: StaffInvitationProps): Notice {
  const { campaigns } = props
  const known = {
    'Signs in': props.email,
    'Your role': roles[props.role],
    ...(campaigns && { 'For these campaigns alone': namesOf(campaigns) }),
  }
  const inviter = plainLine(by ?? '', 80) || 'An administrator'
  const organisation = plainLine(props.operator?.name ?? '')
  return {
    kind: 'notice',
    subject: shortSubject(`You are invited to the team of ${props.site}`, 'You are invited to the team'),
    preview: link
      ? `The link works once, until ${timeAndDate(link.expires)}.`
      : 'You sign in with your organisation’s account.',
    heading: 'You are invited to the team',
    blocks: [
      paragraph(
        `${inviter} has put you on the team that runs the campaigns of ${organisation || plainLine(props.site)}.`,
      ),
      ...(link
        ? [
            button('Open the page to sign in', link.url),
            paragraph('There is no password: whenever you want to sign in, a link comes to this address.'),
            facts({ ...known, 'Link works until': timeAndDate(link.expires) }),
            linkTo('Later, ask for a new link here', props.signInPage),
          ]
        : [
            button('Open the page to sign in', props.signInPage),
            paragraph('You sign in with your organisation’s account that has this e-mail address.'),
            facts(known),
          ]),
    ],
    because: `You get this e-mail because ${inviter === 'An administrator' ? 'an administrator' : inviter} entered your address.`,
    footer: forTeam(props),
  }
}

function namesOf(campaigns: readonly string[]): string {
  const more = campaigns.length - NAMED
  const named = campaigns.slice(0, NAMED).map((name) => plainLine(name, 80))
  return `${named.join(', ') || 'none yet'}${more > 0 ? ` and ${more} more` : ''}`
}
