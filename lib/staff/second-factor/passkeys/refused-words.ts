import { MOST_PASSKEYS } from './add'
import type { PasskeyRefused } from './refused'

/** Why a passkey was not taken, and what to do. */
export const refusedWords: Record<PasskeyRefused, string> = {
  'no-answer': 'No passkey came from your browser: it needs scripts, and to know passkeys',
  late: 'The page stood open too long, or was sent twice: try again',
  untrusted: 'What your passkey said did not hold: try again',
  unknown: 'That passkey is not one of this account any more',
  copied:
    'That passkey says that it was used fewer times than before, as a copy would: it is not taken. Take another way',
  known: 'That passkey is in use already',
  'too-many': `There can be ${MOST_PASSKEYS} passkeys: remove one first`,
}
