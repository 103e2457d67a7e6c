import { previews } from '@/emails/previews'
import { renderEmail } from '@/emails/render'
import type { Walk } from './walks'

/** Each e-mail with sample facts, as a mail program shows it. */
export const ofEmails: Walk[] = Object.entries(previews).map(
  ([name, message]): Walk =>
    async (page, shoot, { url }) => {
      const { html } = await renderEmail(message)
      // Put into the empty page, one without colours of its own would stand on that page's ground, black in the dark.
      await page.route(`${url}/an-e-mail`, (route) => route.fulfill({ body: html, contentType: 'text/html' }))
      await page.goto(`${url}/an-e-mail`)
      await shoot(name)
    },
)
