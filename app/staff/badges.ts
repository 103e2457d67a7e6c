import type { Context } from '@/lib/kernel/context'
import { countForPerson } from '@/lib/letters/held-for-person'
import { domainState } from '@/lib/mailer/preflight/domain-state'
import { namedOperator } from '@/lib/settings/operator'
import { allowed } from '@/lib/staff/roles'

/** What stands beside a place of the menu: a few characters, and what they mean. */
export type Badge = { mark: string; words: string }

const COUNTED_MOST = 100

/** The badges of the menu, by the address of the place, for whoever may see what they tell of. */
export async function badgesFor(ctx: Context, role: string): Promise<Record<string, Badge>> {
  const badges: Record<string, Badge> = {}
  if (allowed(role, 'letters.see')) {
    const held = await countForPerson(ctx, COUNTED_MOST)
    if (held > 0) {
      const many = held < COUNTED_MOST ? `${held}` : `${COUNTED_MOST - 1}+`
      badges['/staff/letters'] = { mark: many, words: `${many} wait for a person to look` }
    }
  }
  if (ctx.env.mailIsLocal) return badges
  if (allowed(role, 'mail.see')) {
    const { ok, allowedAt } = await domainState(ctx)
    if (!ok && !allowedAt) badges['/staff/mail'] = { mark: '!', words: 'no letter goes to an MP' }
  }
  if (allowed(role, 'settings.see') && !(await namedOperator(ctx))) {
    badges['/staff/settings'] = { mark: '!', words: 'the operator is not named' }
  }
  return badges
}
