import { z } from 'zod'
import { holdsLink } from '@/emails/_components/safe-name'
import { oneLine } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'

// What browsers take for an e-mail (HTML Living Standard, 4.10.5.1.5), with a dot in the domain.
const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/i
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i
const TOP_LEVEL = /^[a-z][a-z0-9-]{1,62}$/i
const EMAIL_MOST = 254

const line = (most: number, missing: string, long: string) => typedText(oneLine, most, long, missing)

/** Whether a text is one e-mail address in a form that mail services take. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  const labels = text.slice(at + 1).split('.')
  return (
    LOCAL.test(text.slice(0, Math.max(at, 0))) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LEVEL.test(labels.at(-1) ?? '')
  )
}

/** What a supporter says about themselves, as typed on the letter page. */
export const supporterDetails = z.object({
  name: line(100, 'Enter your full name', 'Your name can be at most 100 characters')
    .refine((name) => /\p{L}/u.test(name), { error: 'Enter your name in letters', abort: true })
    .refine((name) => !holdsLink(name), { error: 'Enter your name, without links or addresses' }),
  email: line(EMAIL_MOST, 'Enter your e-mail address', 'Your e-mail address can be at most 254 characters').refine(
    isEmail,
    {
      error: 'Enter an e-mail address like name@example.org',
    },
  ),
  address1: line(120, 'Enter the first line of your address', 'This line can be at most 120 characters'),
  address2: typedText(oneLine, 120, 'This line can be at most 120 characters').default(''),
  town: line(80, 'Enter your town or city', 'Your town can be at most 80 characters'),
  updates: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
})
export type SupporterDetails = z.infer<typeof supporterDetails>
