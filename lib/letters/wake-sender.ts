import { notice } from '@/lib/kernel/listen-notify'

/** That there are letters to send, so that workers look for them at once, rather than at their next look. */
export const { tell: tellDue, on: onDue } = notice('letters_due')
