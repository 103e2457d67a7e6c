import { z } from 'zod'

const PLEASE = 'Enter a day like 2026-11-24, or leave it empty'
const MOST_YEARS = 5

/** A new key as the form sends it. `today` is London's: a key ends after it, if it ends. */
export const keyInput = (today: string) =>
  z.object({
    name: z
      .string()
      .trim()
      .min(1, { error: 'Enter what the key is for' })
      .max(80, { error: 'The name can have 80 characters at most' }),
    /** A campaign's slug, or `all`. */
    campaign: z.string().min(1, { error: 'Choose a campaign, or all of them' }),
    /** The last day on which it works; `null` for no end. */
    lastDay: z
      .string()
      .trim()
      .refine((typed) => typed === '' || z.iso.date().safeParse(typed).success, { error: PLEASE, abort: true })
      .refine((typed) => typed === '' || typed >= today, { error: 'That day is over: enter a later one', abort: true })
      .refine((typed) => Number(typed.slice(0, 4)) <= Number(today.slice(0, 4)) + MOST_YEARS, {
        error: `Enter a day within ${MOST_YEARS} years, or leave it empty`,
      })
      .transform((typed) => typed || null),
  })
