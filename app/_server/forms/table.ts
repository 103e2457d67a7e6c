// State: one copy in a process.
import { type Matcher, matcherOf } from '@/app/_server/routes/address'
import { besidePages } from '@/app/_server/routes/beside-pages'
import type { Form } from './make-form'

type Placed = { address: string; matched: Matcher; form: Form }

/** Every form: the address that it is posted to, and what answers it. */
export const forms: Placed[] = (await besidePages('form')).flatMap(({ address, exports }) =>
  // A form.ts may export forms beside the one that is posted to its page's address: what they leave is read with them.
  Object.entries(exports).flatMap(([name, made]) => {
    if (!isForm(made) || (name !== 'form' && made.at === null)) return []
    const posted = made.at ?? address
    return { address: posted, matched: matcherOf(posted), form: made }
  }),
)

/** The form at a path, and the parts in brackets of its address; `null` where there is none. */
export function findForm(path: string): { form: Form; address: Record<string, string> } | null {
  for (const { matched, form } of forms) {
    const address = matched(path)
    if (address) return { form, address }
  }
  return null
}

function isForm(made: unknown): made is Form {
  return typeof made === 'function' && 'most' in made && 'at' in made
}
