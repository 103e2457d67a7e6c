import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chown, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedFailure } from './failure'
import type { Home } from './home'
import type { Software } from './software'
import { reasonIn, runTool, said } from './tools'

/** The role that the project works as, and its database. */
export const NAME = 'dear_mp'

/** Makes the database cluster in `home` if there is none yet: all of it or, when it is cut short, nothing. */
export async function makeCluster(home: Home, software: Software, password: string): Promise<void> {
  if (existsSync(home.data)) return assertSameMajor(home, software)
  await removeUnfinished(home)
  const part = join(home.path, `data.part-${randomBytes(4).toString('hex')}`)
  const passwordFile = await privateFile(home, 'password.part', `${randomBytes(24).toString('hex')}\n`)
  // The project's role is no superuser; nobody is told the superuser's password.
  const sql = `create role ${NAME} login createdb password '${password}';\ncreate database ${NAME} owner ${NAME};\n`
  const roleFile = await privateFile(home, 'role.part', sql)
  try {
    const encoding = ['-E', 'UTF8', '--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8']
    const access = ['-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile]
    await succeed(home, software, 'initdb', ['-D', part, ...encoding, ...access])
    await succeed(home, software, 'postgres', ['--single', '-D', part, 'postgres'], roleFile)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(roleFile, { force: true })
  }
  await rename(part, home.data)
}

function assertSameMajor({ data }: Home, { major }: Software): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (made === major) return
  throw new EmbeddedFailure(
    `The database in ${data} was made by PostgreSQL ${made}, and this version brings PostgreSQL ${major}. Back it up with the version of Dear MP before (npm run backup), and restore it with this one into another DATA_DIR: docs/backup.md.`,
  )
}

async function removeUnfinished({ path }: Home): Promise<void> {
  for (const name of await readdir(path)) {
    if (name.includes('.part')) await rm(join(path, name), { recursive: true, force: true })
  }
}

async function privateFile(home: Home, name: string, content: string): Promise<string> {
  const path = join(home.path, name)
  await writeFile(path, content, { mode: 0o600 })
  if (home.user) await chown(path, home.user.uid, home.user.gid)
  return path
}

async function succeed(home: Home, software: Software, tool: string, args: string[], input?: string): Promise<void> {
  if ((await runTool(home, software, tool, args, input)) === 0) return
  throw new EmbeddedFailure(`The embedded database could not be made in ${home.path}: ${reasonIn(said(home))}`)
}
