import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { keepPrivate, makePrivateFolder } from './keep-private'

const folder = mkdtempSync(join(tmpdir(), 'dear-mp-private-'))
const modeOf = (...path: string[]) => (statSync(join(folder, ...path)).mode & 0o7777).toString(8)
// As root, the database's own user has to pass.
const OWN = process.getuid?.() === 0 ? '711' : '700'

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder is made for its owner alone, and an open one is closed', () => {
  makePrivateFolder(join(folder, 'new'))
  expect(modeOf('new')).toBe(OWN)
  chmodSync(join(folder, 'new'), 0o755)
  makePrivateFolder(join(folder, 'new'))
  expect(modeOf('new')).toBe(OWN)
  chmodSync(join(folder, 'new'), 0o500)
  makePrivateFolder(join(folder, 'new'))
  expect(modeOf('new')).toBe('500')
})

test('what an earlier version left open is closed; what is shared, or is not ours, is left alone', () => {
  mkdirSync(join(folder, 'mailbox'), { recursive: true })
  mkdirSync(join(folder, 'postgres', 'holders'), { recursive: true })
  for (const name of ['secrets.json', 'mailbox/a.json', 'postgres/password', 'postgres/holders/1', 'notes.txt']) {
    writeFileSync(join(folder, name), '')
    chmodSync(join(folder, name), 0o644)
  }
  keepPrivate(folder)
  expect(modeOf()).toBe(OWN)
  for (const name of ['secrets.json', 'mailbox/a.json', 'postgres/password', 'postgres/holders/1']) {
    expect(modeOf(name)).toBe('600')
  }
  expect([modeOf('mailbox'), modeOf('postgres', 'holders'), modeOf('notes.txt')]).toEqual(['700', '700', '644'])
  mkdirSync(join(folder, 'shared'))
  chmodSync(join(folder, 'shared'), 0o1777)
  keepPrivate(join(folder, 'shared'))
  expect(modeOf('shared')).toBe('1777')
})
