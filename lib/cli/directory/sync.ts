import { withProgress } from '@/lib/cli/progress'
import type { Compared, Way } from '@/lib/directory/guard/let-in'
import { GENTLE } from '@/lib/directory/members-api/request'
import { confirmSync, waitingSync } from '@/lib/directory/sync/decide-waiting-sync'
import { type Synced, syncMembers, trySync } from '@/lib/directory/sync/sync-members'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { printLines } from './compared-lines'
import { reportLines } from './report-lines'
import { withDirectory } from './with-directory'

/** Which way of syncing a command's options ask for; null for any others. */
export function syncWay(options: readonly string[]): Way | null {
  if (options.length === 0) return 'apply'
  if (options.length > 1) return null
  return options[0] === '--dry-run' ? 'dry-run' : options[0] === '--confirm' ? 'confirm' : null
}

/** Syncs the MPs with the Members API, tries it, or confirms what was held, and prints the report. */
export async function sync(way: Way): Promise<void> {
  if (way === 'confirm') return withDirectory(confirm)
  const { membersApiUrl } = env()
  if (!membersApiUrl) {
    throw new ExpectedFailure(
      'MEMBERS_API_URL is off, so there is nothing to sync with. Use import-members with a file.',
    )
  }
  const api = { base: membersApiUrl, rate: GENTLE }
  await withDirectory(async (ctx) => {
    const verb = way === 'dry-run' ? trySync : syncMembers
    const synced = await withProgress((onProgress) => verb(ctx, api, onProgress))
    if (!synced) throw new ExpectedFailure('Another sync is under way. Nothing was done by this one.')
    printLines(syncedLines(synced))
    if (way === 'dry-run') return printLines([`Nothing was changed. ${endOf(synced)}`])
    if (synced.outcome === 'held') throw new ExpectedFailure(heldLine(synced.compared))
  })
}

async function confirm(ctx: Context): Promise<void> {
  const id = await waitingSync(ctx)
  if (!id) throw new ExpectedFailure('No sync waits to be confirmed.')
  printLines(reportLines(await confirmSync(ctx, id)))
}

function syncedLines({ outcome, report, dissolved, compared }: Synced): string[] {
  if (!dissolved) return [...compared.lines, ...reportLines(report)]
  return [
    outcome === 'applied'
      ? 'The Members API counts no members: Parliament is dissolved, and every seat is vacant.'
      : 'The Members API counts no members.',
    ...reportLines(report).slice(-1),
  ]
}

function endOf({ outcome }: Synced): string {
  return outcome === 'applied'
    ? 'Without --dry-run this would be applied.'
    : 'Without --dry-run this would be held for an administrator.'
}

function heldLine({ reasons }: Compared): string {
  return (
    `Held, and nothing changed: ${reasons.join('; ')}. ` +
    'Look at the report, then confirm with sync --confirm or under /staff/directory.'
  )
}
