import type { Sql } from '@/db/client'

/** All that a journey leaves, in an order in which each may refer to those before it. */
const TABLES = [
  'supporters',
  'letters',
  'letter_events',
  'wordings_given',
  'delivery_batches',
  'delivery_attempts',
  'links',
  'sent_mails',
  'mailbox_turns',
]
/** What is another in each copy; of the rest, times are moved and all else is the same. */
const OWN_IDS = ['id', 'submission_id', 'supporter_id', 'letter_id', 'batch_id']
const OWN_TEXTS = ['hash', 'email_hash', 'identity_hash', 'network_hash', 'mailbox_hash', 'provider_id', 'key']
const SIGN_UPS_AT_ONCE = 20_000
const DAYS = 28

/**
 * Makes `count` sign-ups more out of those that are there, which have come by the pages: of each of their rows in each
 * table so many copies, spread over the seats and the four weeks before; with the questions about a reply that wait in the
 * queue. What triggers would note is left to a recount. Goes on after `from` copies; gives how many there are then.
 */
export async function multiply(sql: Sql, templates: number, from: number, count: number): Promise<number> {
  const to = from + Math.round(count / templates)
  const all = Math.max(to, 1)
  for (const table of TABLES) await sql.unsafe(`alter table ${table} disable trigger user`)
  const atOnce = Math.max(1, Math.floor(SIGN_UPS_AT_ONCE / templates))
  for (let first = from + 1; first <= to; first += atOnce) {
    const last = Math.min(first + atOnce - 1, to)
    for (const table of TABLES) await sql.unsafe(await copying(sql, table, first, last, all))
    await sql.unsafe(questions(first, last, all))
  }
  for (const table of TABLES) await sql.unsafe(`alter table ${table} enable trigger user`)
  return to
}

/** Keeps what is there now as what {@link multiply} copies, for the seats of these codes: later rows are none of it. */
export async function keepTemplates(sql: Sql, codes: string[]): Promise<number> {
  await sql.unsafe('create schema template')
  for (const table of TABLES) await sql.unsafe(`create table template.${table} as select * from public.${table}`)
  await sql.unsafe(`create table template.jobs as select jobs.* from graphile_worker._private_jobs jobs
    where jobs.key like 'reply %' and jobs.run_at > now() + interval '1 day'`)
  await sql`create table template.seats (code text, mp_id uuid, place bigint)`
  await sql`insert into template.seats
    select constituency_code, id, row_number() over (order by constituency_code)
    from mps where until is null and constituency_code = any(${codes})`
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from template.letters`
  return row?.count ?? 0
}

const known = new Map<string, { name: string; copy: string }[]>()

async function copying(sql: Sql, table: string, first: number, last: number, all: number): Promise<string> {
  const columns = known.get(table) ?? (await columnsOf(sql, table))
  known.set(table, columns)
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const copies = columns.map(({ copy }) => copy).join(', ')
  const seat = columns.find(({ name }) => name === 'constituency_code' || name === 'mp_id')?.name
  return `insert into public.${table} (${names}) select ${copies}
    from template.${table} one cross join ${copyNumbers(first, last, all)} ${seat === undefined ? '' : nextSeat(seat)}`
}

async function columnsOf(sql: Sql, table: string): Promise<{ name: string; copy: string }[]> {
  const rows = await sql<{ name: string; type: string; counted: boolean }[]>`
    select column_name as name, data_type as type, coalesce(column_default like 'nextval%', false) as counted
    from information_schema.columns where table_schema = 'public' and table_name = ${table} order by ordinal_position`
  return rows.filter(({ counted }) => !counted).map(({ name, type }) => ({ name, copy: copyOf(name, type) }))
}

/** Each copy is of the seat after that of the copy before. */
function nextSeat(column: string): string {
  const own = `join template.seats own on own.${column === 'mp_id' ? column : 'code'} = one.${column}`
  return `${own} join template.seats seat on seat.place = 1 + (own.place + n) % (select count(*) from template.seats)`
}

function copyOf(name: string, type: string): string {
  if (name === 'constituency_code') return 'seat.code'
  if (name === 'mp_id') return 'seat.mp_id'
  if (type === 'uuid' && OWN_IDS.includes(name)) return newId(`one."${name}"`)
  if (type === 'text' && OWN_TEXTS.includes(name)) return `left(md5(one."${name}" || n), 43)`
  if (type === 'timestamp with time zone') return `one."${name}" - back`
  return `one."${name}"`
}

/** The questions about a reply of letters that went in the last two weeks: those of before have been asked. */
function questions(first: number, last: number, all: number): string {
  const letter = newId(`(one.payload ->> 'letterId')`)
  return `insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts, key)
    select one.task_id, json_build_object('letterId', ${letter}, 'again', false), one.run_at - back, one.max_attempts, 'reply ' || ${letter}
    from template.jobs one cross join ${copyNumbers(first, last, all)}
    where one.run_at - back > now() + interval '1 day'`
}

const newId = (id: string) => `md5(${id}::text || n)::uuid`

function copyNumbers(first: number, last: number, all: number): string {
  return `generate_series(${first}, ${last}) n cross join lateral (select make_interval(secs => 3600 + ${DAYS} * 86400.0 * n / ${all + 1}) as back) moved`
}
