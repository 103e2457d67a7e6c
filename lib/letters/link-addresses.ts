import type { ReplyAnswer } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Where the links in e-mails lead, as whole addresses. */
export function addressOf({ env }: Pick<Context, 'env'>) {
  const whole = (path: string) => env.appUrl + path
  return {
    confirm: (token: string) => whole(`/confirm/${token}`),
    notMe: (token: string) => whole(`/not-me/${token}`),
    status: (token: string) => whole(`/letters/${token}`),
    replied: (token: string, answer?: ReplyAnswer) => whole(`/replied/${token}${answer ? `?answer=${answer}` : ''}`),
    unsubscribe: (token: string) => whole(`/unsubscribe/${token}`),
    verify: (token: string) => whole(`/verify/${token}`),
    campaign: (slug: string) => whole(`/campaigns/${slug}`),
    print: (slug: string, token: string) => whole(`/campaigns/${slug}/print/${token}`),
    myData: (token?: string) => whole(token ? `/my-data/${token}` : '/my-data'),
    staffLetters: () => whole('/staff/letters'),
    staffKeeping: () => whole('/staff/settings#keeping'),
  }
}
