import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { keyed, token, unsealed } from './floor-seals'

const LOOK_MS = 100
const MOST = 100
const HTML = '<p>A paragraph of an e-mail, as wide as they are.</p>'.repeat(120)

type Due = { id: string; asked: boolean; mp: string; name_sealed: string; email_sealed: string; text_sealed: string }

/** What is due, a hundred at a time: one call to the mail service, and a statement for each thing that became of them. */
export async function sendAndSettle(sql: postgres.Sql, mail: string): Promise<never> {
  for (;;) {
    const due = await sql<Due[]>`
      select letters.id, mailed_at is not null as asked, mp_id as mp, name_sealed, email_sealed, text_sealed
      from letters join supporters on supporters.id = supporter_id
      where sketch = 'floor' and (mailed_at is null or state = 'queued')
      order by letters.created_at limit ${MOST}`
    const asking = due.filter(({ asked }) => !asked)
    const going = due.filter(({ asked }) => asked)
    if (asking.length > 0) await ask(sql, mail, asking)
    if (going.length > 0) await send(sql, mail, going)
    if (due.length === 0) await sleep(LOOK_MS)
  }
}

async function ask(sql: postgres.Sql, mail: string, due: Due[]): Promise<void> {
  const ids = due.map(({ id }) => id)
  await link(sql, 'confirm', ids)
  await link(sql, 'not-me', ids)
  await post(mail, due)
  await sql`
    with sent as (
      insert into sent_mails (provider_id, kind, letter_id, sent_at)
      select 'confirmation ' || id, 'confirmation', id, now() from unnest(${ids}::uuid[]) as each(id)),
    later as (
      select graphile_worker.add_job('bare', json_build_object('letterId', id), run_at => now() + interval '1 day')
      from unnest(${ids}::uuid[]) as each(id))
    update letters set mailed_at = now() where id = any(${ids}::uuid[]) and (select count(*) from later) > 0`
}

async function send(sql: postgres.Sql, mail: string, due: Due[]): Promise<void> {
  const ids = due.map(({ id }) => id)
  const batch = crypto.randomUUID()
  await link(sql, 'verify', ids)
  await sql`
    with batch as (
      insert into delivery_batches (id, key, transport, started_at, lease_until, asks)
      values (${batch}, ${batch}, 'resend', now(), now(), 1) returning id),
    attempts as (
      insert into delivery_attempts (batch_id, place, letter_id, round, mp_id, transport, started_at, message_sealed)
      select batch.id, place, letter, 1, mp, 'resend', now(), text
      from batch, unnest(${ids}::uuid[], ${due.map(({ mp }) => mp)}::uuid[], ${due.map(({ text_sealed }) => text_sealed)}::text[])
        with ordinality as each(letter, mp, text, place)),
    events as (
      insert into letter_events (letter_id, state, at) select id, 'sending', now() from unnest(${ids}::uuid[]) as each(id))
    update letters set state = 'sending' where id = any(${ids}::uuid[])`
  await post(mail, due)
  await sql`
    with batch as (update delivery_batches set ended_at = now() where id = ${batch}),
    attempts as (
      update delivery_attempts set ended_at = now(), outcome = 'accepted', provider_id = 'letter ' || letter_id,
        message_sealed = null
      where batch_id = ${batch}),
    events as (
      insert into letter_events (letter_id, state, at) select id, 'accepted', now() from unnest(${ids}::uuid[]) as each(id)),
    later as (
      select graphile_worker.add_job('bare', json_build_object('letterId', id), run_at => now() + interval '14 days')
      from unnest(${ids}::uuid[]) as each(id))
    update letters set state = 'accepted', accepted_at = now()
    where id = any(${ids}::uuid[]) and (select count(*) from later) > 0`
  await link(sql, 'letter', ids)
  await post(mail, due)
  await sql`
    with sent as (
      insert into sent_mails (provider_id, kind, letter_id, sent_at)
      select 'copy ' || id, 'copy', id, now() from unnest(${ids}::uuid[]) as each(id))
    update letters set copied_at = now() where id = any(${ids}::uuid[])`
}

async function link(sql: postgres.Sql, purpose: string, ids: string[]): Promise<void> {
  await sql`
    insert into links (hash, purpose, letter_id, created_at)
    select hash, ${purpose}, id, now()
    from unnest(${ids}::uuid[], ${ids.map(() => keyed(token()))}::text[]) as each(id, hash)`
}

async function post(mail: string, due: Due[]): Promise<void> {
  const messages = due.map(({ name_sealed, email_sealed, text_sealed }) => ({
    to: unsealed(email_sealed),
    from: 'letters@example.org',
    subject: unsealed(name_sealed),
    text: unsealed(text_sealed),
    html: HTML,
    tags: [],
  }))
  const answer = await fetch(`${mail}/emails/batch`, { method: 'POST', body: JSON.stringify(messages) })
  if (!answer.ok) throw new Error(`The mail service answered with ${answer.status}.`)
  await answer.text()
}
