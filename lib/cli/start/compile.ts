import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { type BrowserModule, browserModules, islandName } from './browser-components'

/** What the server runs itself, and what its pages ask it for: everything in these folders… */
const FOLDERS = ['lib', 'db', 'emails', 'components', 'app/_server', 'app/_drawing', 'app/_pictures', 'app/(public)']
/** …and what says beside a page what that is, for the front: see app/_server/routes/beside-pages.ts. */
const BESIDE_PAGES = /^app\/([^/]+\/)*(form|kind)\.ts$/
const IN_PACKAGES = `${sep}node_modules${sep}`
const SOURCE = /\.tsx?$/
/** A package that is taken in, as much of it as is used: all of it would take a process 400 ms to load. */
const TAKEN_IN = 'react-email'
const NO_PART = /\.test\.tsx?$|\.d\.ts$|(^|\/)testing[^/]*(\.ts$|\/)/

/**
 * Compiles every module of the server under `root` to one of JavaScript under `dist` there, or in the folder given, with
 * the imports left as they are: what `npm start` runs, and what the pages share with it. Gives what is an island of a page.
 */
export async function compileServer(root: string, into = join(root, 'dist')): Promise<BrowserModule[]> {
  const modules = [
    ...FOLDERS.flatMap((folder) => filesIn(root, folder).filter((file) => SOURCE.test(file) && !NO_PART.test(file))),
    ...filesIn(root, 'app').filter((file) => BESIDE_PAGES.test(file) && !file.startsWith('app/(public)/')),
  ]
  const browser = await browserModules(root)
  const islands = new Map(browser.map((each) => [each.file, each]))
  rmSync(into, { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: [...modules, 'server.ts'].flatMap((file) => {
      const out = file.replace(SOURCE, '')
      const own = { in: file, out: islands.has(file) ? `${out}${OWN}` : out }
      return islands.has(file) ? [own, { in: `${ISLAND}:${file}`, out }] : [own]
    }),
    outdir: into,
    outbase: '.',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [asIslands(root, islands), keepImports(root, new Set(modules))],
  })
  return browser
}

/** How what is compiled of a browser's component ends, and what stands for it to those who import it. */
const OWN = '.in-browser'
const ISLAND = 'island'
const ISLAND_OF = '@/app/_server/islands/island'
const ROUTER = '@/components/islands/router'

/** To whoever imports a module of components that run in the browser, each of these is an island. */
function asIslands(root: string, islands: Map<string, BrowserModule>): Plugin {
  return {
    name: 'as-islands',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^island:/ }, ({ path }) => ({ path: join(root, path.slice(7)), namespace: ISLAND }))
      onResolve({ filter: /\.in-browser\.js$/ }, ({ path }) => ({ path, external: true }))
      onLoad({ filter: /.*/, namespace: ISLAND }, ({ path }) => {
        const file = relative(root, path).split(sep).join('/')
        const { components = [], others = [] } = islands.get(file) ?? {}
        const own = `./${basename(file).replace(SOURCE, '')}${OWN}.js`
        const lines = [
          `import { islandOf } from '${ISLAND_OF}'`,
          `import * as own from '${own}'`,
          ...components.map(
            (name) => `export const ${name} = islandOf(${JSON.stringify(islandName(file, name))}, own.${name})`,
          ),
          ...others.map((name) => `export const ${name} = own.${name}`),
        ]
        return { contents: lines.join('\n'), resolveDir: dirname(path) }
      })
    },
  }
}

/** The files below a folder, each from the root on. */
function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    join(folder, file).split(sep).join('/'),
  )
}

/** A package is imported as it is, a module of ours by its compiled file; only data is taken in, and one package. */
function keepImports(root: string, modules: Set<string>): Plugin {
  return {
    name: 'keep-imports',
    setup({ onResolve, onLoad }) {
      onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }))
      onResolve({ filter: /.*/ }, ({ path, kind, importer, resolveDir }) => {
        if (kind === 'entry-point') return undefined
        if (path === 'server-only') return { path, namespace: 'nothing' }
        // A page uses Next's to say that there is nothing, or where it leads; a component asks for what its island has.
        if (path === 'next/navigation' && !importer.startsWith(join(root, 'components')))
          return { path: `${path}.js`, external: true }
        const taken = importer.includes(IN_PACKAGES)
        if (path === TAKEN_IN || (taken && /^(\.|@react-email\/)/.test(path))) return undefined
        if (taken) return { path, external: true, sideEffects: false }
        const own = path === 'next/navigation' ? ROUTER : path
        if (!own.startsWith('.') && !own.startsWith('@/')) return { path, external: true }
        const wanted = own.startsWith('@/') ? join(root, own.slice(2)) : join(resolveDir, own)
        if (/\.(json|mjs)$/.test(wanted)) return { path: wanted }
        const found = ['.ts', '.tsx'].map((end) => wanted + end).find((file) => existsSync(file))
        if (!found) return { errors: [{ text: `${path}, which ${importer} imports, is no file.` }] }
        const module = relative(root, found).split(sep).join('/')
        if (!modules.has(module))
          return { errors: [{ text: `${module}, which ${importer} imports, is not compiled.` }] }
        const compiled = relative(dirname(importer), found).split(sep).join('/').replace(SOURCE, '.js')
        return { path: compiled.startsWith('.') ? compiled : `./${compiled}`, external: true }
      })
    },
  }
}
