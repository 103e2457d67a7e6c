import { z } from 'zod'
import { isDay } from '@/lib/kernel/time/day'

const PLEASE = 'Enter a day like 2026-11-24, or leave it empty'
const day = z
  .string()
  .trim()
  .refine((typed) => typed === '' || isDay(typed), { error: PLEASE })
  .transform((typed) => typed || null)

/** Which opted-in contacts to export, as the form sends it. Days are London's, both included, of confirming. */
export const contactsInput = z
  .object({
    /** A campaign's slug, or `all`. */
    campaign: z.string().min(1, { error: 'Choose a campaign, or all of them' }),
    from: day,
    to: day,
    encoding: z.enum(['bom', 'plain'], { error: 'Choose what the file is for' }),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ['to'],
    error: 'The last day is before the first: change one of them',
  })
