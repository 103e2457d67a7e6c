import { type MembersSource, membersOriginOf } from '@/lib/directory/members/source'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import type { Context } from '@/lib/kernel/context'
import { longDate } from '@/lib/kernel/text'
import { DAY } from '@/lib/kernel/time/durations'

/** How old each may be before staff are warned. MPs that nothing brings up to date are as old as the last list of them. */
const [SYNCED_MPS_MS, OTHER_MPS_MS, POSTCODES_MS] = [2 * DAY, 30 * DAY, 120 * DAY]

/** Of when the parts of the directory are. `old`: too old, in one sentence with a full stop; null where it is not. */
export type Ages = {
  mps: { source: MembersSource; asOf: Date | null; old: string | null } | null
  postcodes: { name: string; released: string | null; old: string | null } | null
}

/** How old MPs and postcodes are; null for what has never come in. */
export async function directoryAges(ctx: Context): Promise<Ages> {
  const [origin, release] = await Promise.all([membersOriginOf(ctx), currentRelease(ctx)])
  const isOlder = (than: number, of: Date) => ctx.now().getTime() - of.getTime() > than
  const asOf = origin?.asOf ? new Date(origin.asOf) : null
  return {
    mps: origin && {
      source: origin.source,
      asOf,
      old: asOf && isOlder(ctx.env.membersApiUrl ? SYNCED_MPS_MS : OTHER_MPS_MS, asOf) ? oldMps(ctx, asOf) : null,
    },
    postcodes: release && {
      name: release.name,
      released: release.released,
      old:
        release.released && isOlder(POSTCODES_MS, new Date(release.released))
          ? `The postcodes are those of ${release.name}, more than 120 days old: those of new homes are missing.`
          : null,
    },
  }
}

function oldMps({ env }: Context, asOf: Date): string {
  return env.membersApiUrl
    ? `The MPs are those of ${longDate(asOf)}, more than two days ago: who was elected or left since then is missing.`
    : `The MPs are those of ${longDate(asOf)}. No sync is set up (MEMBERS_API_URL is off), so who was elected or left since then is missing until a newer list of MPs is brought in from a file.`
}
