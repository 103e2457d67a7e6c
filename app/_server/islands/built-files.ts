// State: one copy in a process.
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { z } from 'zod'
import { BUILD_FILES, BUILD_FOLDER, BUILT_FONTS, BUILT_PAGE } from '@/app/_server/next/next-internals'

/** What the build has made for every page. */
export type BuiltFiles = {
  /** The classes of the root element, which name the fonts. */
  fonts: string
  /** The tags of the head that name style sheets, icons and the font that is needed first. */
  links: Record<string, string>[]
  /** The address of the script that wakes the islands, and those of what it imports. */
  scripts: string[]
}

/** Where lib/cli/start/bundle-islands.ts lists the scripts. */
const SCRIPTS = join(import.meta.dirname, '..', '..', '..', 'islands.json')

let built: BuiltFiles | null = null

/** What the build has made, read once. Throws where nothing was built. */
export function builtFiles(): BuiltFiles {
  built ??= readBuilt()
  return built
}

function readBuilt(): BuiltFiles {
  const page = readFileSync(join(BUILD_FOLDER, BUILT_PAGE), 'utf8')
  return {
    fonts: tagsIn(page, 'html')[0]?.class ?? '',
    links: [...fontsNeededFirst(), ...tagsIn(page, 'link').filter(({ rel }) => rel !== 'preload')],
    scripts: z
      .array(z.string())
      .parse(readJson(SCRIPTS))
      .map((file) => `${BUILD_FILES}/${file}`),
  }
}

function fontsNeededFirst(): BuiltFiles['links'] {
  const manifest = z.object({ app: z.record(z.string(), z.array(z.string())) })
  const { app } = manifest.parse(readJson(join(BUILD_FOLDER, BUILT_FONTS)))
  return [...new Set(Object.values(app).flat())].map((file) => ({
    rel: 'preload',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
    href: posix.join(BUILD_FILES, '..', file),
  }))
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The attributes of each tag of a name, as React writes them; its own way of ordering style sheets is not ours. */
function tagsIn(page: string, name: string): Record<string, string>[] {
  return page
    .split('<')
    .filter((piece) => piece.startsWith(`${name} `))
    .map((piece) => {
      const parts = piece.slice(0, piece.indexOf('>')).split('"')
      const pairs = parts.flatMap((value, at) => (at % 2 === 1 ? [[nameIn(parts[at - 1] ?? ''), value] as const] : []))
      return Object.fromEntries(pairs.filter(([attribute]) => attribute !== 'data-precedence'))
    })
}

/** What stands before a value: `link rel=`. */
function nameIn(before: string): string {
  return before.slice(before.lastIndexOf(' ') + 1, -1)
}
