import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Role, roles } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { allowed, staffVerbs } from './roles'

/**
 * Who may do something, as was promised in words and not as the table says: a campaigner sees figures, and spreads a
 * campaign; an editor also edits and publishes text; an administrator also sees people, takes data out, and has the
 * team, the sending and the switches. Each has an account.
 */
function promised(role: Role, verb: string): boolean {
  const [area = ''] = verb.split('.')
  if (role === 'admin') return true
  if (['account', 'figures'].includes(area) || verb === 'campaigns.spread') return true
  return role === 'editor' && area === 'campaigns'
}

describe('each role may do what was promised, and nothing else', () => {
  test.each(roles)('%s', (role) => {
    const may = staffVerbs.filter((verb) => allowed(role, verb))
    expect(may).toEqual(staffVerbs.filter((verb) => promised(role, verb)))
  })
})

type Verb = { name: string; asks: string[]; call: (ctx: Context, ...given: unknown[]) => unknown }

/** Every exported function of `lib` that asks for a role in so many words, with what it asks for. */
async function guardedVerbs(): Promise<Verb[]> {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!test)\.ts$/.test(file))
  const guarded = files.filter((file) => readFileSync(`lib/${file}`, 'utf8').includes('assertAllowed(ctx, '))
  const modules: Record<string, unknown>[] = await Promise.all(
    guarded.map((file) => import(/* @vite-ignore */ `../${file}`)),
  )
  return modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, call]) => {
      const asks = typeof call === 'function' ? asked(String(call)) : []
      return asks.length > 0 ? [{ name, asks, call: call as Verb['call'] }] : []
    }),
  )
}

function asked(source: string): string[] {
  const [, given = ''] = /assertAllowed\)?\(ctx, ([^)]*)\)/.exec(source) ?? []
  return [...given.matchAll(/['"]([\w-]+\.[\w-]+)['"]/g)].map(([, verb = '']) => verb)
}

/** Nothing but who acts: whoever is let in finds no database. */
function nobodysContext(role: Role): Context {
  const actor = { kind: 'staff', id: 'somebody', role, limitedTo: null }
  const ctx = new Proxy({ actor }, { get: (own, name) => (name === 'actor' ? own.actor : letIn()) })
  return ctx as unknown as Context
}

/** Has whatever is looked for in it; the guard comes before anything is done with it. */
const something: unknown = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? something : undefined) })

function letIn(): never {
  throw new Error('Let in.')
}

async function isRefused({ call }: Verb, role: Role): Promise<boolean> {
  try {
    const given = call(nobodysContext(role), something, something, something)
    await (isStream(given) ? given[Symbol.asyncIterator]().next() : given)
    return false
  } catch (error) {
    return error instanceof Refusal && error.code === 'not-allowed'
  }
}

function isStream(given: unknown): given is AsyncIterable<unknown> {
  return typeof given === 'object' && given !== null && Symbol.asyncIterator in given
}

describe('each verb, called as each role, lets in whoever was promised and refuses all others', async () => {
  const found = await guardedVerbs()

  test('all are found: what no verb asks for in so many words is what a page, a form or a route asks for', () => {
    const asks = new Set(found.flatMap((verb) => verb.asks))
    expect(staffVerbs.filter((verb) => !asks.has(verb) && !verb.endsWith('.see'))).toEqual([
      'figures.export',
      'mail.check',
    ])
  })

  test.each(found)('$name', async (verb) => {
    for (const role of roles) {
      const may = verb.asks.some((each) => promised(role, each))
      expect([role, await isRefused(verb, role)]).toEqual([role, !may])
    }
  })
})

describe('refuses', () => {
  test.each(['figures.change', 'figures.recount', 'toString', '__proto__', ''])(
    'every role the verb %j, for which no role is named',
    (verb) => {
      for (const role of roles) expect(allowed(role, verb)).toBe(false)
    },
  )

  test.each(['owner', 'Admin', '', 'length'])('the role %j, which there is not', (role) => {
    for (const verb of staffVerbs) expect(allowed(role, verb)).toBe(false)
  })
})
