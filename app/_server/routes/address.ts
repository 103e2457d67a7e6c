import { ROW_ID } from '@/lib/kernel/id'

const WORD = /^[\w-]+$/

/** What a part in brackets of an address of `app` may be; those that nothing is matched with have no line here. */
const PARAMETERS: Record<string, RegExp> = {
  slug: /^[a-z0-9-]+$/,
  seat: /^[A-Z]\d{8}$/,
  stage: /^(?:words|letter|you|check)$/,
  token: WORD,
  step: WORD,
  mailing: /^[\w-]+\.[\w-]+$/,
  key: /^[\w.-]+$/,
  id: ROW_ID,
  webhook: ROW_ID,
  part: /^[a-z0-9-]+$/,
  member: WORD,
  letter: WORD,
}

/** How parts in brackets are written that people type, or that a program prints in capitals. */
const WRITTEN: Record<string, (value: string) => string> = {
  slug: (value) => value.toLowerCase(),
  seat: (value) => value.toUpperCase(),
}

/** The values of the parts in brackets where a path is of an address; `null` where it is not. */
export type Matcher = (path: string) => Record<string, string> | null

/**
 * The address that a folder of `app` answers at, as `/campaigns/[slug]/write` for `(public)/campaigns/[slug]/write`:
 * a folder in round brackets has no part in it. `null` below Next's private folders, such as `_server`.
 */
export function addressOf(folder: string): string | null {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.' && !part.startsWith('('))
  return parts.some((part) => part.startsWith('_')) ? null : `/${parts.join('/')}`
}

/**
 * What tells whether a path, as sent and without a query, is of an address such as `/campaigns/[slug]`. A slash at its
 * end makes it another. Throws where it is not said above what a part in brackets may be.
 */
export function matcherOf(address: string): Matcher {
  const parts = address.split('/').map((part) => {
    const name = /^\[(.+)\]$/.exec(part)?.[1]
    if (name === undefined) return { text: part }
    const pattern = PARAMETERS[name]
    if (!pattern) throw new Error(`What [${name}] of ${address} may be is not said in app/_server/routes/address.ts.`)
    return { name, pattern }
  })
  return (path) => {
    const given = path.split('/', parts.length + 1)
    if (given.length !== parts.length) return null
    const values: Record<string, string> = {}
    for (const [at, part] of parts.entries()) {
      const value = given[at] ?? ''
      if (part.pattern ? !part.pattern.test(value) : value !== part.text) return null
      if (part.name) values[part.name] = value
    }
    return values
  }
}

/** What gives the path of an address that was meant where only the case of a slug or a seat's code differs; else `null`. */
export function respellerOf(address: string): (path: string) => string | null {
  const matched = matcherOf(address)
  const written = address.split('/').map((part) => WRITTEN[part.slice(1, -1)])
  return (path) => {
    const meant = path
      .split('/', written.length + 1)
      .map((given, at) => written[at]?.(given) ?? given)
      .join('/')
    return meant !== path && matched(meant) ? meant : null
  }
}

/** The path at an address, with a value for each part in brackets. */
export function pathAt(address: string, values: Record<string, string>): string {
  return address.replace(/\[([^[\]]+)\]/g, (_, name) => values[name] ?? '')
}
