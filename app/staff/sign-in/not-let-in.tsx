import { Notice } from '@/components/ui/notice'
import { ownOf } from '@/lib/kernel/own-property'

type Words = { heading: string; words: string }

const AGAIN = 'Sign in again with the button below.'
const TELL = 'Whoever looks after this installation finds the reason in its log.'

/** Why somebody was not signed in, and what they can do. */
const reasons: Record<string, Words> = {
  'no-email': {
    heading: 'Your organisation did not say your e-mail address',
    words:
      'We know the team by e-mail address, so we could not tell who you are. Ask whoever looks after your organisation’s accounts to let this site see the address.',
  },
  unverified: {
    heading: 'Your e-mail address is not verified',
    words:
      'Your organisation’s sign-in does not say that it has verified your address, and we believe no other. Ask whoever looks after your organisation’s accounts.',
  },
  domain: {
    heading: 'Your e-mail address is not one of this organisation’s',
    words: 'Only addresses of certain domains may sign in here. If you have another account, choose that one.',
  },
  'not-invited': {
    heading: 'You are not on the team',
    words:
      'Your organisation knows you, but nobody has invited you here, and your account gives you no role. Ask an administrator of the team to invite you.',
  },
  'role-taken': {
    heading: 'You are not on the team any more',
    words:
      'Your account no longer gives you a role here, so you were taken off the team. If that is wrong, ask whoever looks after your organisation’s accounts.',
  },
  unreachable: {
    heading: 'Your organisation’s sign-in does not answer',
    words: 'Nothing is wrong with your account, and nothing here was lost. Try again in a few minutes.',
  },
  untrusted: {
    heading: 'Your organisation’s sign-in answered something that we cannot trust',
    words: `You are not signed in. ${TELL}`,
  },
  refused: {
    heading: 'Your organisation’s sign-in refused',
    words: `You are not signed in. ${TELL}`,
  },
  'too-late': {
    heading: 'That sign-in took too long, or was done before',
    words: `Each works once, for 15 minutes, in the browser where it was begun. ${AGAIN}`,
  },
  cancelled: { heading: 'You did not sign in', words: `It was stopped at your organisation’s sign-in. ${AGAIN}` },
  'too-often': {
    heading: 'That was tried too often from here',
    words: 'You are not signed in. Try again in ten minutes.',
  },
}

const byLink: Words = {
  heading: 'That did not work',
  words: 'You are not signed in. Ask for a new link, and press its button within the hour.',
}

/** Says why a way in led nowhere. */
export function NotLetIn({ why }: { why: unknown }) {
  const { heading, words } = ownOf(reasons, why) ?? byLink
  return (
    <Notice look="fault" heading={heading}>
      <p>{words}</p>
    </Notice>
  )
}
