import { z } from 'zod'
import { holdsLink } from '@/emails/_components/safe-name'
import { typedEmail } from '@/lib/kernel/email-address'
import { oneLine } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'

const line = (most: number, missing: string, long: string) => typedText(oneLine, most, long, missing)

/** What a supporter says about themselves, as typed on the letter page. */
export const supporterDetails = z.object({
  name: line(100, 'Enter your full name', 'Your name can be at most 100 characters')
    .refine((name) => /\p{L}/u.test(name), { error: 'Enter your name in letters', abort: true })
    .refine((name) => !holdsLink(name), { error: 'Enter your name, without links or addresses' }),
  email: typedEmail('Enter your e-mail address'),
  address1: line(120, 'Enter the first line of your address', 'This line can be at most 120 characters'),
  address2: typedText(oneLine, 120, 'This line can be at most 120 characters').default(''),
  town: line(80, 'Enter your town or city', 'Your town can be at most 80 characters'),
  updates: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
})
export type SupporterDetails = z.infer<typeof supporterDetails>
