import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Exchange, withExchange } from '@/app/_server/exchange'
import { forms } from '@/app/_server/forms/table'
import { staffCookie } from '@/app/_server/staff-cookie'
import { roles } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/kernel/context'
import { allowed, roleTable, type StaffVerb } from '@/lib/staff/roles'
import { startSession } from '@/lib/staff/sessions'
import { memberContext } from '@/lib/staff/testing'
import { places } from './places'

/** What anyone may open: the way in, and out. Whatever else stands under /staff has a guard. */
const open = ['page.tsx', 'sign-in/page.tsx', 'sign-in/open/page.tsx', 'sign-out/route.ts']
const openForms = ['/staff/sign-in', '/staff/sign-in/open']

/** What one must be allowed for each form of the staff side. */
const formVerbs: Record<string, StaffVerb> = {
  '/staff/team': 'team.invite',
  '/staff/directory': 'directory.confirm',
  '/staff/settings': 'settings.set-operator',
}

describe('pages', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  const served = files.filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  const guarded = served.filter((file) => !open.includes(file))

  test.each(guarded)('%s asks for a verb of the role table', (file) => {
    const source = readFileSync(join(import.meta.dirname, file), 'utf8')
    const [, verb = 'none'] = /^export default staffPage\(\s*\{\s*verb: '([\w.-]+)'/m.exec(source) ?? []
    expect(Object.keys(roleTable)).toContain(verb)
    expect(source.match(/^export default/gm)).toHaveLength(1)
    const place = places.find(({ href }) => `${href}/page.tsx` === `/staff/${file}`)
    if (place) expect(place.verb).toBe(verb)
  })

  test('stand behind every entry of the menu, and nothing that is open has gone', () => {
    expect(served).toEqual(expect.arrayContaining([...open, ...places.map(({ href }) => `${href.slice(7)}/page.tsx`)]))
  })
})

describe('forms', () => {
  const posted = forms.filter(([pattern]) => /^\^\\\/staff/.test(pattern.source))

  test('are known to this test, every one', () => {
    const unknown = posted.filter(
      ([pattern]) => ![...openForms, ...Object.keys(formVerbs)].some((path) => pattern.test(path)),
    )
    expect(unknown).toEqual([])
  })

  test.each(Object.keys(formVerbs))('%s leads to the sign-in whoever is signed out', async (path) => {
    for (const cookies of ['', `${staffCookie().name}=made-up`]) {
      expect(await post(path, cookies)).toEqual({ redirect: '/staff/sign-in' })
    }
  })

  const cells = Object.entries(formVerbs).flatMap(([path, verb]) =>
    roles.map((role) => ({ path, role, may: allowed(role, verb) })),
  )

  test.each(cells)('$path answers the role $role: $may', async ({ path, role, may }) => {
    const cookies = await cookiesOf(role)
    if (may) expect(await post(path, cookies)).toMatchObject({ status: 422 })
    else await expect(post(path, cookies)).rejects.toMatchObject({ name: 'Refusal', code: 'not-allowed' })
  })
})

/** Posts an empty form, as a browser with these cookies would. */
async function post(path: string, cookies: string) {
  await testDatabase()
  const exchange: Exchange = { clientAddress: '', cookies, form: null, fault: null, status: null, retryAt: null }
  const [, handle] = forms.find(([pattern]) => pattern.test(path)) ?? []
  if (!handle) throw new Error(`Nothing answers ${path}.`)
  return withExchange(exchange, () => handle(new FormData(), {}))
}

async function cookiesOf(role: (typeof roles)[number]): Promise<string> {
  await testDatabase()
  const token = crypto.randomUUID()
  const { actor } = await memberContext(contextFor({ kind: 'system' }), role, `${token}@example.org`)
  await startSession(contextFor({ kind: 'system' }), { token, userId: actor.kind === 'staff' ? actor.id : '' })
  return `other=1; ${staffCookie().name}=${token}`
}
