import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { type Kind, routeAt } from '@/app/_server/routes/kind'

type Asked = { params: Promise<Record<string, string>>; searchParams: Promise<Record<string, string | string[]>> }

/** What a page of `app` exports. */
type PageModule = {
  default: (asked: Asked) => ReactNode | Promise<ReactNode>
  metadata?: Metadata
  generateMetadata?: (asked: Asked) => Metadata | Promise<Metadata>
}

const APP = join(import.meta.dirname, '..', '..')

/** A page, what it is, and what it is asked for. */
export type FrontPage = { page: PageModule; kind: Kind; forEveryone: boolean; asked: Asked }

/** The page at a path, where it is one that the front renders itself; `null` where it is not. */
export async function frontPageAt(path: string, query: string): Promise<FrontPage | null> {
  const { kind, values, folder } = routeAt(path)
  if (!kind.byFront || folder === null) return null
  const page = await import(/* @vite-ignore */ pathToFileURL(join(APP, folder, 'page.js')).href)
  return {
    page,
    kind,
    forEveryone: Boolean(kind.cached) && !(await kind.ownFor?.(query, values)),
    asked: {
      params: Promise.resolve({ ...values, ...kind.given }),
      searchParams: Promise.resolve(parametersOf(query)),
    },
  }
}

function parametersOf(query: string): Record<string, string | string[]> {
  const all = new URLSearchParams(query)
  return Object.fromEntries(
    [...new Set(all.keys())].map((name) => {
      const [first = '', ...more] = all.getAll(name)
      return [name, more.length > 0 ? [first, ...more] : first]
    }),
  )
}
