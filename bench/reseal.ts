import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { eq, sql } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import { liveCampaigns } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { seal } from '@/lib/kernel/secrets/crypto'
import { MINUTE } from '@/lib/kernel/time/durations'
import { sealText } from '@/lib/letters/sealed-text'
import { countKeys } from '@/lib/privacy/keys/count-keys'
import { crowdOfWorkers, until } from '@/lib/worker/testing'
import { confirmedLetters, deliveryGround } from './delivery-ground'

const VALUES = 100_000
const LETTERS = 1000
/** Of each sign-up: a name, an e-mail address, a postcode, and a letter. */
const OF_EACH = 4
const AT_ONCE = 2500
const PATIENCE_MS = 10 * MINUTE

/** What the other half tells: bytes of memory and seconds. */
type Told = { values: number; unopened: number; left?: number; seconds: number; before: number; memory: number }

/**
 * Values sealed anew under a new key while a worker sends a thousand letters: how many a minute, with how much memory,
 * and whether everything opens under the new key alone. `--values=1000000` for more than a hundred thousand.
 */
export async function resealing(options: string[]): Promise<void> {
  const values = Number(options.find((option) => option.startsWith('--values='))?.slice('--values='.length) ?? VALUES)
  const ground = await deliveryGround()
  const { ctx, service, url } = ground
  const made = randomBytes(32).toString('hex')
  const both = [made, ...env().dataKeys.map(({ key }) => key.toString('hex'))].join(',')
  try {
    await confirmedLetters(ctx, LETTERS)
    for (let from = 0; from < values / OF_EACH; from += AT_ONCE) await signUps(ctx, from, values / OF_EACH)
    await ctx.db.execute(sql`analyze`)
    const accepted = () => ctx.db.$count(letters, eq(letters.state, 'accepted'))
    const before = await accepted()
    const sent = async () => (await accepted()) - before
    const began = performance.now()
    const crowd = crowdOfWorkers({
      databaseUrl: url,
      service,
      workers: 1,
      call: ['--import', 'tsx', 'lib/cli/worker.ts'],
      more: { DATA_KEYS: both },
    })
    await until(async () => (await sent()) > 0, PATIENCE_MS, 200)
    const already = await sent()
    const told = await inItsOwnProcess('reseal', url, both)
    const meanwhile = (await sent()) - already
    const all = await until(async () => (await sent()) === LETTERS, PATIENCE_MS, 500)
    const seconds = (performance.now() - began) / 1000
    await crowd.close()
    console.log(
      `  ${told.values} values sealed anew in ${told.seconds.toFixed(1)} s: ${Math.round((told.values / told.seconds) * 60)} a minute; at most ${megabytes(told.memory)} of memory, ${megabytes(told.before)} before it began; ${told.left} left, ${told.unopened} unopened`,
    )
    console.log(
      `  meanwhile ${meanwhile} of ${LETTERS} letters were sent by one worker${all ? `, all within ${seconds.toFixed(0)} s` : ''}; ${service.taken.length - new Set(service.taken.map(({ id }) => id)).size} twice`,
    )
    const counts = await countKeys(ctx)
    const opened = await inItsOwnProcess('open', url, made)
    const bare = opened.values / opened.seconds
    console.log(
      `  under the new key alone ${opened.values} values open, ${opened.unopened} do not; ${counts.length} key in use; ratio to opening alone ${(bare / (told.values / told.seconds)).toFixed(1)}`,
    )
  } finally {
    await ground.close()
  }
}

async function signUps(ctx: Context, from: number, all: number): Promise<void> {
  const [campaign] = await liveCampaigns(ctx)
  if (!campaign) throw new Error('The first campaign is not there.')
  const people = Array.from({ length: Math.min(AT_ONCE, all - from) }, (_, i) => signUp(from + i))
  const { version, wording } = campaign.content.consent
  await ctx.db.execute(sql`
    with people as materialized (
      select * from json_to_recordset(${JSON.stringify(people)}::json)
        as one(n int, id uuid, letter uuid, name text, email text, postcode text, text text)
    ),
    seat as (select code from constituencies limit 1),
    signed as (
      insert into supporters (id, campaign_id, submission_id, constituency_code, email_hash, identity_hash,
        household_place, name_sealed, email_sealed, postcode_sealed, updates_wording, updates_wording_version,
        created_at, confirmed_at)
      select id, ${campaign.id}::uuid, id, code, 'hash ' || n, 'hash ' || n, 1, name, email, postcode, ${wording},
        ${version}, now(), now()
      from people, seat
    )
    insert into letters (id, campaign_id, version_id, supporter_id, constituency_code, state, asks, wording, own_share,
      text_sealed, created_at, confirmed_at, accepted_at)
    select letter, ${campaign.id}::uuid, ${campaign.versionId}::uuid, id, code, 'accepted', '{}', '{}', 0.5, text, now(), now(),
      now()
    from people, seat`)
}

function signUp(n: number) {
  const [id, letter] = [crypto.randomUUID(), crypto.randomUUID()]
  return {
    n,
    id,
    letter,
    name: seal(`Supporter ${n} O’Hara-Sarkissian`, 'name', id),
    email: seal(`supporter.number.${n}@mail.example.org`, 'email', id),
    postcode: seal('SW1A 0AA', 'postcode', id),
    text: sealText(
      {
        subject: 'The people of Artsakh',
        body: `I write as number ${n}.\n\n${'Please help them. '.repeat(80)}`,
        address1: '7 Quince Row',
        address2: '',
        town: 'London',
      },
      letter,
    ),
  }
}

async function inItsOwnProcess(what: 'reseal' | 'open', url: string, keys: string): Promise<Told> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/reseal-process.ts', what], {
    env: { ...process.env, DATABASE_URL: url, DATA_KEYS: keys },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(await text(child.stdout)) as Told
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
