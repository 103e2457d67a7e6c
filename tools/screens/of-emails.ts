import { previews } from '@/emails/previews'
import { renderEmail } from '@/emails/render'
import type { Walk } from './walks'

/** Each e-mail with sample facts, as a mail program shows it. */
export const ofEmails: Walk[] = Object.entries(previews).map(
  ([name, message]): Walk =>
    async (page, shoot) => {
      await page.setContent((await renderEmail(message)).html)
      await shoot(name)
    },
)
