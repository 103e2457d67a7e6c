import { button, facts, paragraph } from '@/emails/_components/blocks'
import { timeAndDate } from '@/emails/_components/date'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'

export type SecondFactorProps = FooterProps & {
  change:
    | 'app-added'
    | 'app-removed'
    | 'passkey-added'
    | 'passkey-removed'
    | 'passkey-refused'
    | 'codes-renewed'
    | 'code-used'
    | 'reset'
  /** Whose it is. */
  email: string
  /** Whether the reader is the one who did it for somebody else. */
  isForOther: boolean
  at: Date
  accountUrl: string
}

const words: Record<SecondFactorProps['change'], string> = {
  'app-added': 'An authenticator app was set up as a second factor',
  'app-removed': 'The authenticator app was removed as a second factor',
  'passkey-added': 'A passkey was added as a second factor',
  'passkey-removed': 'A passkey was removed as a second factor',
  'passkey-refused': 'A passkey that may have been copied was refused',
  'codes-renewed': 'New recovery codes were made',
  'code-used': 'A recovery code was used to sign in',
  reset: 'An administrator took the second factor away',
}

/** Tells a member of the team that their second factor was changed, and an administrator that they changed another's. */
export function secondFactorEmail({ change, email, isForOther, at, accountUrl, ...footer }: SecondFactorProps): Notice {
  return {
    kind: 'notice',
    subject: isForOther ? 'You took a second factor away' : words[change],
    preview: `${email}, ${timeAndDate(at)}`,
    heading: isForOther ? 'You took a second factor away' : words[change],
    blocks: [
      facts({ 'Whose account': email, When: timeAndDate(at) }),
      ...(change === 'reset'
        ? [
            paragraph(
              'They are signed out everywhere. With the next link by e-mail they sign in without a second factor.',
            ),
          ]
        : []),
      ...(change === 'passkey-refused'
        ? [
            paragraph(
              'It said that it was used fewer times than before, as a copy would. Remove it on your account’s page, and add a new one.',
            ),
          ]
        : []),
      paragraph('If that was not meant, tell another administrator of the team now.'),
      button('Open your account', accountUrl),
    ],
    because: 'You get this e-mail because it is about signing in to the staff side.',
    footer: forTeam(footer),
  }
}
