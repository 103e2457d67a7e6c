// State: one copy in a process.
import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Env } from '@/lib/kernel/read-env'
import { type Message, messageSchema, type Transport } from '@/lib/kernel/transport'
import { assertSafe } from './safe-headers'
import { SendFailure } from './send-failure'

/** A message as the local mailbox keeps it; `at` is an ISO date. */
const storedMessage = messageSchema.omit({ key: true, tags: true }).extend({ id: z.string(), at: z.string() })
export type StoredMessage = z.infer<typeof storedMessage>

const read = new Map<string, StoredMessage>()

/** Keeps mail as files in `dataDir/mailbox`, one for each key, and sends nothing. */
export function localMailbox(dataDir: string): Transport {
  return {
    name: 'local',
    most: 1,
    callsApartMs: 0,
    keepsKeysMs: Number.POSITIVE_INFINITY,
    async send(messages) {
      const ids: string[] = []
      for (const message of messages) ids.push(await keep(message, folderIn(dataDir)))
      return ids
    },
  }
}

async function keep(given: Message, folder: string): Promise<string> {
  assertSafe(given)
  const { key, tags: _tags, ...message } = given
  const id = createHash('sha256').update(key).digest('hex').slice(0, 24)
  const stored: StoredMessage = { id, ...message, at: new Date().toISOString() }
  const draft = join(folder, `.${id}.${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(draft, JSON.stringify(stored), { mode: 0o600 })
    // Written beside and linked in place: a reader never meets half a message, and of two with one key the first stays.
    await link(draft, join(folder, `${id}.json`)).catch(unlessThere)
  } catch (error) {
    throw new SendFailure('later', 'The local mailbox cannot be written.', undefined, { cause: error })
  }
  await rm(draft)
  return `local-${id}`
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** All messages, newest first. */
export async function readMailbox({ dataDir }: Pick<Env, 'dataDir'>): Promise<StoredMessage[]> {
  const folder = folderIn(dataDir)
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name))
  const messages = await Promise.all(files.map(message))
  return messages.sort((a, b) => b.at.localeCompare(a.at))
}

async function message(file: string): Promise<StoredMessage> {
  const known = read.get(file)
  if (known) return known
  const stored = storedMessage.parse(JSON.parse(await readFile(file, 'utf8')))
  read.set(file, stored)
  return stored
}

function folderIn(dataDir: string): string {
  return join(dataDir, 'mailbox')
}
