import type { Context } from '@/lib/kernel/context'
import { lookupHash } from '@/lib/settings/lookup-hash'

/**
 * The code in a supporter's own link: it counts whom they brought, and tells nobody who they are. It is not kept:
 * only we can make it again, from the letter.
 */
export async function shareCode(ctx: Context, letterId: string): Promise<string> {
  const hash = await lookupHash(ctx, `share ${letterId}`)
  return hash
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 10)
}
