import { z } from 'zod'
import { holdsLink } from '@/emails/_components/safe-name'
import { typedEmail } from '@/lib/kernel/email-address'
import { manyLines, oneLine } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'

const line = (most: number, missing: string, long: string) => typedText(oneLine, most, long, missing)

const ABROAD_MOST = 300
const ABROAD_LINES = 6
const PHONE_MOST = 40

/** Whether this is a telephone number as people write them, with an extension or without (ITU-T E.164: at most 15 digits). */
function isPhone(text: string): boolean {
  const [number = '', extension = '0', ...more] = text.split(/ext\.?|x/i)
  const digits = number.replace(/\D/g, '').length
  return (
    /^\+?[\d ()./-]+$/.test(number.trim()) &&
    digits >= 7 &&
    digits <= 15 &&
    /^[\s\d]{1,8}$/.test(extension) &&
    more.length === 0
  )
}

/**
 * What a supporter says about themselves, as typed on the letter page. `abroad`: where they live now, in lines, beside the
 * address that they are registered to vote at.
 */
export const supporterDetails = z.object({
  name: line(100, 'Enter your full name', 'Your name can be at most 100 characters')
    .refine((name) => /\p{L}/u.test(name), { error: 'Enter your name in letters', abort: true })
    .refine((name) => !holdsLink(name), { error: 'Enter your name, without links or addresses' }),
  email: typedEmail('Enter your e-mail address'),
  address1: line(120, 'Enter the first line of your address', 'This line can be at most 120 characters'),
  address2: typedText(oneLine, 120, 'This line can be at most 120 characters').default(''),
  town: line(80, 'Enter your town or city', 'Your town can be at most 80 characters'),
  abroad: typedText(manyLines, ABROAD_MOST, `Your present address can be at most ${ABROAD_MOST} characters`)
    .default('')
    .refine((text) => text.split('\n').length <= ABROAD_LINES, {
      error: `Your present address can have at most ${ABROAD_LINES} lines`,
    }),
  phone: typedText(oneLine, PHONE_MOST, `A telephone number can be at most ${PHONE_MOST} characters`)
    .default('')
    .refine((text) => text === '' || isPhone(text), { error: 'Enter a telephone number like 020 7946 0000' }),
  updates: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
  /** They have said no, where they could. */
  refused: z.boolean().optional(),
})
export type SupporterDetails = z.infer<typeof supporterDetails>
