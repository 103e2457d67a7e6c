import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { withDatabase } from '@/lib/cli/with-database'
import { liveCampaigns } from '@/lib/content/find-campaign'
import { publishFirstCampaign } from '@/lib/content/first-campaign/publish-first-campaign'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Context } from '@/lib/kernel/context'
import { seal } from '@/lib/kernel/secrets/crypto'
import { contextFor } from '@/lib/mailer/process-context'
import { exportContacts } from '@/lib/supporters/contacts/export'

const AT_ONCE = 5000
/** The first of them, as many as are exported first, confirmed on the first day; the others on the next. */
const DAYS = ['2026-06-01', '2026-06-02'] as const

const [what, ...numbers] = process.argv.slice(2)
const [first = 0, all = 0] = numbers.map(Number)

/** The half of the bench of contacts that runs in a process of its own, so that its memory is that of one export. */
await withDatabase(async (ctx, url) => {
  if (what === 'make') await make(ctx)
  else await give(String(url))
})

async function make(ctx: Context): Promise<void> {
  await loadSnapshot(ctx)
  await publishFirstCampaign(ctx)
  const [campaign] = await liveCampaigns(ctx)
  if (!campaign) throw new Error('The first campaign is not there.')
  const began = performance.now()
  for (let from = 0; from < all; from += AT_ONCE) await makeSome(ctx, campaign, from)
  await ctx.db.execute(sql`analyze`)
  const seconds = (performance.now() - began) / 1000
  console.log(`${all} contacts made up, sealed, with a letter each: ${seconds.toFixed(1)} s`)
}

type Campaign = Awaited<ReturnType<typeof liveCampaigns>>[number]

async function makeSome({ db }: Context, campaign: Campaign, from: number): Promise<void> {
  const numbers = Array.from({ length: Math.min(AT_ONCE, all - from) }, (_, i) => from + i)
  const people = numbers
    .map((n) => ({ n, id: crypto.randomUUID() }))
    .map(({ n, id }) => ({
      n,
      id,
      name: seal(`Supporter “${n}” O’Hara-Sarkissian`, 'name', id),
      email: seal(`supporter.number.${n}@mail.example.org`, 'email', id),
      postcode: seal('SW1A 0AA', 'postcode', id),
    }))
  const { version, wording } = campaign.content.consent
  await db.execute(sql`
    with seats as materialized (select array_agg(code order by code) as codes from constituencies),
    people as materialized (
      select n, id, name, email, postcode, codes[1 + n % 650] as seat,
        (case when n < ${first}::int then ${DAYS[0]} else ${DAYS[1]} end)::timestamptz + interval '8 hours'
          + n * interval '200 milliseconds' as at
      from json_to_recordset(${JSON.stringify(people)}::json)
        as one(n int, id uuid, name text, email text, postcode text), seats
    ),
    signed as (
      insert into supporters (id, campaign_id, submission_id, constituency_code, email_hash, identity_hash,
        household_place, name_sealed, email_sealed, postcode_sealed, updates_asked_at, updates_wording,
        updates_wording_version, created_at, confirmed_at)
      select id, ${campaign.id}::uuid, id, seat, 'hash ' || n, 'hash ' || n, 1, name, email, postcode,
        at - interval '1 hour', ${wording}, ${version}, at - interval '1 hour', at
      from people
    )
    insert into letters (campaign_id, version_id, supporter_id, constituency_code, state, asks, wording, own_share,
      created_at, confirmed_at, accepted_at)
    select ${campaign.id}::uuid, ${campaign.versionId}::uuid, id, seat, 'accepted', '{}', '{}', 0.5,
      at - interval '1 hour', at, at
    from people`)
}

/** Answers one request with the contacts, says what it took, and copies the same rows without opening them. */
async function give(url: string): Promise<void> {
  const [{ contacts = 0 } = {}] = await contextFor({ kind: 'system' }).db.execute<{ contacts: number }>(
    sql`select count(*)::int as contacts from supporters where confirmed_at < ${DAYS[1]}::timestamptz`,
  )
  const to = first === contacts ? DAYS[0] : null
  const told = { before: 0, seconds: 0, memory: 0, bare: 0 }
  const server = createServer(async (_request, response) => {
    told.before = peak()
    const began = performance.now()
    const which = { campaignId: null, campaign: 'all', from: null, to, bom: false }
    const write = await exportContacts(contextFor({ kind: 'system' }), which)
    response.writeHead(200, { connection: 'close' })
    await write(response)
    told.seconds = (performance.now() - began) / 1000
    told.memory = peak()
    server.close()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await once(server, 'close')
  told.bare = await copied(url, to)
  console.log(JSON.stringify(told))
}

/** The most memory that this process has had so far, in bytes. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024
}

async function copied(url: string, to: string | null): Promise<number> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  const began = performance.now()
  const rows = await client
    .unsafe(`copy (
      select name_sealed, email_sealed, postcode_sealed, constituency_code, c.name, g.slug, s.created_at,
        confirmed_at, updates_asked_at, updates_wording_version, updates_wording
      from supporters s join constituencies c on c.code = constituency_code join campaigns g on g.id = campaign_id
      where confirmed_at < '${to === null ? 'infinity' : DAYS[1]}' order by confirmed_at, s.id
    ) to stdout csv`)
    .readable()
  for await (const _chunk of rows);
  const seconds = (performance.now() - began) / 1000
  await client.end()
  return seconds
}
