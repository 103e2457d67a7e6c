import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findForm, forms } from '@/app/_server/forms/table'

/** What anyone may open: the way in, and out. Whatever else stands under /staff has a guard. */
export const open = [
  ...['[...missing]/page.tsx', 'sign-out/route.ts'],
  ...['sign-in/page.tsx', 'sign-in/factor/page.tsx', 'sign-in/oidc/route.ts', 'sign-in/open/page.tsx'],
]
const openForms = ['/staff/sign-in', '/staff/sign-in/factor', '/staff/sign-in/open']

/** One thing that staff can ask for by HTTP, and the row of the role table that decides. */
export type Door = {
  name: string
  verb: string | undefined
  method: string
  path: string
  /** The same with the names of its parts in brackets. */
  address: string
  fields: Record<string, string>
  file?: string
}

const SAMPLE = '00000000-0000-4000-8000-000000000000'
const SEAT = 'E14001172'
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
export const served = files.filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
export const doors: Door[] = [...(await fileDoors()), ...formDoors()]

async function fileDoors(): Promise<Door[]> {
  const made: Door[] = []
  for (const file of served.filter((each) => !open.includes(each))) {
    const module: Record<string, unknown> = await import(join(import.meta.dirname, file))
    const address = `/staff/${file}`.replace(/\/[^/]+$/, '')
    const path = sampled(address)
    const handlers = file.endsWith('.tsx') ? { GET: module.default } : module
    for (const method of METHODS.filter((each) => each in handlers)) {
      const verb = verbOf((handlers as Record<string, unknown>)[method])
      made.push({ name: `${method} ${path}`, verb, method, path, address, fields: {}, file })
    }
  }
  return made
}

/** An address with something of the right form in place of each part in brackets. */
function sampled(address: string): string {
  return address.replaceAll('[seat]', SEAT).replace(/\[[^\]]+\]/g, SAMPLE)
}

/** Each form is posted to the address of its folder; what several share is told apart by `do`. */
function formDoors(): Door[] {
  return forms.flatMap(({ address, form: handler }) => {
    const path = sampled(address)
    if (!path.startsWith('/staff') || openForms.includes(path)) return []
    if (!findForm(path)) throw new Error(`No address was found for the form ${address}.`)
    const door = { method: 'POST', path, address, fields: {} }
    const actions = 'actions' in handler ? Object.entries(handler.actions ?? {}) : null
    if (!actions) return [{ ...door, name: `POST ${path}`, verb: verbOf(handler) }]
    return actions.map(([name, form]) => ({
      ...door,
      name: `POST ${path} ${name}`,
      verb: verbOf(form),
      fields: { do: name },
    }))
  })
}

function verbOf(handler: unknown): string | undefined {
  return typeof handler === 'function' && 'verb' in handler ? String(handler.verb) : undefined
}

/** What finds the file for an address. */
export function matcher(file: string): RegExp {
  const path = `/staff/${file}`.replace(/\/[^/]+$/, '')
  return new RegExp(`^${path.replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`)
}
