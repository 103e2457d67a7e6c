import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { build, type Metafile } from 'esbuild'

/** What is needed only where React takes a whole page over, and is markup in a page of the front. */
const MARKUP_ALONE = ['components/ui/typing/text-area-typed-early.tsx', 'components/ui/typing/typed-before-scripts.tsx']

/** A module of components that run in the browser, and the names of these and of what else it exports. */
export type BrowserModule = { file: string; components: string[]; others: string[] }

/** The components that run in the browser on those pages under `root` that the front renders: an island each. */
export async function browserModules(root: string): Promise<BrowserModule[]> {
  const pages = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .map((file) => `app/${file.split(sep).join('/')}`)
    .filter((file) => file.endsWith('/kind.ts') && readFileSync(join(root, file), 'utf8').includes('byFront: true'))
    .map((file) => file.replace(/kind\.ts$/, 'page.tsx'))
  const { inputs } = await looked(root, pages, true)
  const files = Object.keys(inputs).filter(
    (file) =>
      file.endsWith('.tsx') &&
      !MARKUP_ALONE.includes(file) &&
      /^'use client'/.test(readFileSync(join(root, file), 'utf8')),
  )
  const { outputs } = await looked(root, files, false)
  return Object.values(outputs).flatMap(({ entryPoint, exports }) => {
    const isComponent = (name: string) => /^[A-Z]/.test(name)
    if (!entryPoint) return []
    return [
      {
        file: entryPoint,
        components: exports.filter(isComponent),
        others: exports.filter((name) => !isComponent(name)),
      },
    ]
  })
}

/** What these modules import and export, with all that they lead to or alone. */
async function looked(root: string, files: string[], bundle: boolean): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: files,
    bundle,
    ...(bundle && { packages: 'external' }),
    format: 'esm',
    platform: 'node',
    outdir: 'dist',
    outbase: '.',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  return metafile
}

/** By what name a page tells the browser of an island. */
export function islandName(file: string, component: string): string {
  return `${file.replace(/^components\/|\.tsx$/g, '')} ${component}`
}
