import { randomBytes } from 'node:crypto'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { connect, disconnect } from '@/db/client'
import { startEmbedded } from '@/db/embedded'
import { findHome } from '@/db/embedded-server/home'
import { notedServer } from '@/db/embedded-server/server'
import { migrate } from '@/db/migrate'
import { findCampaign } from '@/lib/content/find-campaign'
import { firstCampaign } from '@/lib/content/first-campaign'
import { publishFirstCampaign } from '@/lib/content/first-campaign/publish-first-campaign'
import { allSeats } from '@/lib/directory/seats'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Context } from '@/lib/kernel/context'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { contextFor } from '@/lib/mailer/process-context'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { UNHINDERED } from '@/lib/worker/testing'
import { writtenLetter } from './written-letter'

/**
 * A database of its own, with a campaign, and a local server that plays the mail service; the limits are lifted. Where it
 * is not to be `killed`, no commit waits for the disk.
 */
export async function deliveryGround({ killed = true }: { killed?: boolean } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'dear-mp-bench-'))
  const service = await playResend()
  let server = await startEmbedded({ dataDir })
  Object.assign(process.env, {
    DATABASE_URL: server.url,
    DATA_DIR: dataDir,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    DATA_KEYS: randomBytes(32).toString('hex'),
    RESEND_API_KEY: 're_123',
    RESEND_BASE_URL: service.url,
    ...UNHINDERED,
  })
  await migrate(server.url)
  if (!killed) {
    await connect(server.url).execute(sql`alter role current_user set synchronous_commit = off`)
    // It counts for connections that begin after it.
    await disconnect()
  }
  const ctx = contextFor({ kind: 'system' }, connect(server.url))
  await loadSnapshot(ctx)
  await publishFirstCampaign(ctx)
  return {
    ctx,
    service,
    url: server.url,
    dataDir,
    /** Kills the database outright, as a machine that loses power would, and starts it again. */
    async crashDatabase(): Promise<void> {
      const { home } = await findHome(realpathSync(join(dataDir, 'postgres')))
      const noted = await notedServer(home)
      if (noted) process.kill(noted.pid, 'SIGQUIT')
      server = await startEmbedded({ dataDir })
    },
    async close(): Promise<void> {
      await disconnect()
      await service.close()
      await server.release()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Confirmed letters to MPs of every seat in turn, with no job of their own. */
export async function confirmedLetters(ctx: Context, count: number): Promise<void> {
  const campaign = await findCampaign(ctx, firstCampaign.slug)
  if (!campaign) throw new Error('The first campaign is not published.')
  const seats = (await allSeats(ctx)).filter(({ mp }) => mp?.email)
  for (let index = 0; index < count; index++) {
    const id = await writtenLetter(ctx, campaign, seats[index % seats.length]?.code ?? '', index)
    await confirmLetter(ctx, id, { lifted: true })
  }
  await ctx.db.execute(sql`delete from graphile_worker._private_jobs`)
}
