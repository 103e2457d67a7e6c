import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzip, gzipSync } from 'node:zlib'
import postgres from 'postgres'
import type { Begin } from './floor'
import { keyed, sealed, token, unsealed } from './floor-seals'
import { sendAndSettle } from './floor-worker'

/** The bare server of {@link floor}, in a process of its own; its worker works beside it. */
const [{ url, mail, page }] = (await once(process, 'message')) as [Begin]
const sql = postgres(url, { max: 10, onnotice: () => {} })
const [campaign] = await sql<{ id: string; version: string }[]>`
  select id, published_version_id as version from campaigns where published_version_id is not null limit 1`
const seats = await sql<{ code: string; mp: string }[]>`
  select constituency_code as code, id as mp from mps where email is not null and until is null`
const fixed = gzipSync(page)
const at = page.indexOf('</main')
const [before, after] = [page.slice(0, at), page.slice(at)]
const TEXT = 'A letter of the usual length. '.repeat(60)
let turn = 0
const seat = () => seats[turn++ % seats.length] ?? { code: '', mp: '' }

type Said = { hole: string; said?: string }

async function answer(path: string, form: URLSearchParams | null): Promise<Said | null> {
  const [, what = '', id = ''] = path.split('/')
  if (what === 'campaign') return null
  if (what === 'give') return { hole: form?.get('reason') ?? '', said: await give() }
  if (what === 'submit' && form) return { hole: '', said: await submit(form) }
  if (what === 'sent') return { hole: unsealed((await writer(id)).email_sealed) }
  if (what === 'confirm' && form) await confirm(id)
  if (what === 'confirm' || what === 'letter') {
    const { name_sealed, text_sealed } = await writer(id)
    return { hole: unsealed(name_sealed) + unsealed(text_sealed) }
  }
  return { hole: form?.get('name') ?? 'SW1A 0AA' }
}

async function give(): Promise<string> {
  const id = crypto.randomUUID()
  await sql`insert into wordings_given (id, campaign_id, constituency_code, version_id, code, given_at)
    values (${id}, ${campaign?.id ?? ''}, ${seat().code}, ${campaign?.version ?? ''}, 'abcdefgh', now())`
  return id
}

async function submit(form: URLSearchParams): Promise<string> {
  const [supporterId, letterId] = [crypto.randomUUID(), crypto.randomUUID()]
  const [email, name] = [form.get('email') ?? '', form.get('name') ?? '']
  const { code, mp } = seat()
  const [campaignId, version] = [campaign?.id ?? '', campaign?.version ?? '']
  await sql`
    with supporter as (
      insert into supporters (id, campaign_id, submission_id, email_hash, identity_hash, name_sealed, email_sealed,
        postcode_sealed, constituency_code, updates_wording, updates_wording_version, created_at)
      values (${supporterId}, ${campaignId}, ${letterId}, ${keyed(email)}, ${keyed(email + name)}, ${sealed(name)},
        ${sealed(email)}, ${sealed('SW1A 0AA')}, ${code}, 'Yes', '1', now())
      returning id),
    letter as (
      insert into letters (id, campaign_id, version_id, supporter_id, constituency_code, state, asks, wording, own_share,
        text_sealed, sketch, mp_id, created_at)
      select ${letterId}, ${campaignId}, ${version}, id, ${code}, 'unconfirmed', '{}', '{}', 0.5, ${sealed(TEXT)},
        'floor', ${mp}, now() from supporter
      returning id),
    event as (insert into letter_events (letter_id, state, at) select id, 'unconfirmed', now() from letter),
    given as (update wordings_given set letter_id = letter.id from letter where wordings_given.id = ${form.get('given')}),
    link as (
      insert into links (hash, purpose, letter_id, created_at) select ${keyed(token())}, 'sent', id, now() from letter)
    select graphile_worker.add_job('bare', json_build_object('letterId', id)) from letter`
  return letterId
}

async function confirm(letterId: string): Promise<void> {
  await sql`
    with supporter as (
      update supporters set confirmed_at = now(), household_place = 1
      from letters
      where letters.id = ${letterId} and supporters.id = letters.supporter_id and supporters.confirmed_at is null
      returning supporters.id),
    letter as (
      update letters set state = 'queued', confirmed_at = now() from supporter
      where letters.supporter_id = supporter.id and state = 'unconfirmed'
      returning letters.id),
    event as (insert into letter_events (letter_id, state, at) select id, 'queued', now() from letter)
    insert into links (hash, purpose, letter_id, created_at) select ${keyed(token())}, 'letter', id, now() from letter`
}

type Writer = { name_sealed: string; email_sealed: string; text_sealed: string }

async function writer(letterId: string): Promise<Writer> {
  const [row] = await sql<Writer[]>`
    select name_sealed, email_sealed, text_sealed from letters join supporters on supporters.id = supporter_id
    where letters.id = ${letterId}`
  if (!row) throw new Error('There is no such letter.')
  return row
}

const formOf = async (request: IncomingMessage) =>
  request.method === 'POST' ? new URLSearchParams(await text(request)) : null

const server = createServer(async (request, response) => {
  try {
    const said = await answer(request.url ?? '', await formOf(request))
    response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-encoding', 'gzip')
    if (!said) return void response.end(fixed)
    if (said.said) response.setHeader('said', said.said)
    gzip(before + said.hole + after, { level: 1 }, (_error, packed) => response.end(packed))
  } catch (error) {
    console.error(error)
    response.writeHead(500).end()
  }
}).listen(0, '127.0.0.1')
await once(server, 'listening')
process.send?.((server.address() as AddressInfo).port)
await sendAndSettle(sql, mail)
