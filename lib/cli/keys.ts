import '@/lib/kernel/node-env'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { type DataKey, readDataKey } from '@/lib/kernel/env-fields'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { dataKeys, KEYS_REREAD_MS } from '@/lib/kernel/secrets/data-keys'
import { counted } from '@/lib/kernel/text'
import { mailingKeys } from '@/lib/letters/mailing/mailing-token'
import { countKeys, type KeyCount, sealsAnything } from '@/lib/privacy/keys/count-keys'
import { reseal } from '@/lib/privacy/keys/reseal'
import { assertMayBeDropped, dropKept, rotateKept, withNewKey } from '@/lib/privacy/keys/rotate'
import { lateProcesses } from '@/lib/privacy/keys/workers-without-newest-key'
import { parsedArguments } from './arguments'
import { givenKey } from './keys/given-key'
import { withProgress } from './progress'
import { runCommand, WrongUsage } from './run-command'
import { withDatabase } from './with-database'

const USAGE = `Usage:
  npm run keys -- rotate [--from FILE]   FILE holds a key of 32 bytes in base64 or hex; - reads it from standard input
  npm run keys -- reseal
  npm run keys -- check
  npm run keys -- drop KEY
  npm run keys -- links                  the key that links from mailings are signed with: docs/links.md
  npm run keys -- backup                 a pair of keys for backups: docs/backup.md`

async function keys(args: string[]): Promise<void> {
  const { words, options } = parsedArguments(args, ['from'], USAGE)
  const [verb, id, ...more] = words
  if (more.length > 0 || (options.from !== undefined && verb !== 'rotate')) throw new WrongUsage(USAGE)
  if (verb === 'drop' && id !== undefined) return drop(id)
  if (id !== undefined) throw new WrongUsage(USAGE)
  if (verb === 'rotate') return rotate(options.from)
  if (verb === 'reseal') return withDatabase(resealAll)
  if (verb === 'links') return showMailingKey()
  if (verb === 'backup') return showBackupKeys()
  // It is asked for most where the keys do not open what is stored.
  if (verb === 'check') return withDatabase(check, { withAnyKeys: true })
  throw new WrongUsage(USAGE)
}

async function rotate(from: string | undefined): Promise<void> {
  const key = from === undefined ? newKey() : await givenKey(from)
  if (!env().dataKeysKept) {
    tell(
      'Put this line into the environment in place of the present one, restart every process with it, then run: npm run keys -- reseal',
    )
    return print(asLine(withNewKey(key, dataKeys())))
  }
  await withDatabase(async (ctx) => {
    await rotateKept(ctx, key)
    await sleep(KEYS_REREAD_MS)
  })
  print(
    `Key ${key.id} is in front, in ${env().dataDir}/secrets.json; running processes have taken it up. Keep a copy of that file.`,
  )
  print('Now seal anew what is under the others: npm run keys -- reseal')
}

async function resealAll(ctx: Context): Promise<void> {
  const late = env().dataKeysKept ? 0 : await lateProcesses(ctx)
  if (late > 0) {
    throw new ExpectedFailure(
      `${counted(late, 'running process', 'running processes')} would not be able to open what is sealed anew: restart each with the newest key in front of its DATA_KEYS, then try again. Nothing was changed.`,
    )
  }
  const { values, left, unopened, named } = await withProgress((onProgress) =>
    reseal(ctx, { onProgress: (step) => onProgress('Sealing anew', step) }),
  )
  print(`Sealed ${counted(values, 'value')} anew, under key ${dataKeys()[0]?.id}.`)
  if (unopened > 0) {
    throw new ExpectedFailure(
      `${counted(unopened, 'value')} could not be opened and stayed as they were (${named.join(', ')}${unopened > named.length ? ' …' : ''}): npm run keys -- check says whether a key is missing; else they were tampered with.`,
    )
  }
  if (left > 0)
    throw new ExpectedFailure(
      `${counted(left, 'value')} changed meanwhile and are still to be sealed anew: run it again.`,
    )
}

async function check(ctx: Context): Promise<void> {
  const counts = await countKeys(ctx)
  const known = dataKeys().filter(({ id }, at, all) => all.findIndex((key) => key.id === id) === at)
  for (const [at, { id }] of known.entries()) print(knownKeyWords(id, at === 0, counts))
  const older = counts.reduce((sum, count) => sum + count.older, 0)
  if (older > 0)
    print(`${counted(older, 'value')} are sealed in the older form, not bound to their row: npm run keys -- reseal`)
  const lost = counts.filter(({ keyId }) => !known.some(({ id }) => id === keyId))
  if (lost.length === 0) return
  const each = lost.map(({ keyId, values }) => `${counted(values, 'value')} under key ${keyId}`)
  throw new ExpectedFailure(`No key opens ${each.join(' and ')}: put those keys back.`)
}

function knownKeyWords(id: string, isNewest: boolean, counts: KeyCount[]): string {
  const values = counts.find(({ keyId }) => keyId === id)?.values ?? 0
  const under = `Key ${id}: ${counted(values, 'value')}`
  if (isNewest) return `${under}. It is the newest, and seals what is new.`
  return values > 0
    ? `${under}. It is still needed: npm run keys -- reseal`
    : `${under}. It can be left out: ${env().dataKeysKept ? `npm run keys -- drop ${id}` : 'take it out of DATA_KEYS and restart every process'}.`
}

function showMailingKey(): void {
  tell(
    'Whoever has this key can make links that fill in the fields of a letter, and nothing else. It goes with AUTH_SECRET.',
  )
  print(mailingKeys()[0] ?? '')
}

async function showBackupKeys(): Promise<void> {
  const identity = await generateX25519Identity()
  tell('The first line goes into the environment of the server. The second opens every backup: keep it elsewhere.')
  print(`BACKUP_RECIPIENT=${await identityToRecipient(identity)}`)
  print(`BACKUP_IDENTITY=${identity}`)
}

async function drop(id: string): Promise<void> {
  assertMayBeDropped(id)
  await withDatabase(async (ctx) => {
    if (await sealsAnything(ctx, id)) {
      throw new ExpectedFailure(`Key ${id} is still needed: run npm run keys -- reseal first. Nothing was changed.`)
    }
    if (env().dataKeysKept) {
      await dropKept(ctx, id)
      return print(`Key ${id} is left out of ${env().dataDir}/secrets.json.`)
    }
    tell('Put this line into the environment in place of the present one, and restart every process with it.')
    print(asLine(dataKeys().filter((key) => key.id !== id)))
  })
}

function newKey(): DataKey {
  const key = readDataKey(randomBytes(32).toString('base64'))
  if (!key) throw new Error('A key that was made cannot be read.')
  return key
}

function asLine(list: readonly DataKey[]): string {
  return `DATA_KEYS=${list.map(({ key }) => key.toString('base64')).join(',')}`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Beside what can be piped on. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

await runCommand(keys)
