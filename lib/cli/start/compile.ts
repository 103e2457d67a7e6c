import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** What the server runs itself, and what its pages ask it for: everything in these folders… */
const FOLDERS = ['lib', 'db', 'emails', 'app/_server', 'app/_drawing', 'app/_pictures']
/** …and what says beside a page what that is, for the front: see app/_server/routes/beside-pages.ts. */
const BESIDE_PAGES = /^app\/([^/]+\/)*(form|kind)\.ts$/
/** …and the mark, which pictures share with pages. */
const MARK = 'components/ui/logo-mark.ts'
const IN_PACKAGES = `${sep}node_modules${sep}`
const SOURCE = /\.tsx?$/
/** A package that is taken in, as much of it as is used: all of it would take a process 400 ms to load. */
const TAKEN_IN = 'react-email'
const NO_PART = /\.test\.tsx?$|\.d\.ts$|(^|\/)testing[^/]*(\.ts$|\/)/

/**
 * Compiles every module of the server under `root` to one of JavaScript under `dist` there, or in the folder given, with
 * the imports left as they are: what `npm start` runs, and what the pages share with it.
 */
export async function compileServer(root: string, into = join(root, 'dist')): Promise<void> {
  const modules = [
    ...FOLDERS.flatMap((folder) => filesIn(root, folder).filter((file) => SOURCE.test(file) && !NO_PART.test(file))),
    ...filesIn(root, 'app').filter((file) => BESIDE_PAGES.test(file)),
    ...(existsSync(join(root, MARK)) ? [MARK] : []),
  ]
  rmSync(into, { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: [...modules, 'server.ts'],
    outdir: into,
    outbase: '.',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [keepImports(root, new Set(modules))],
  })
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
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ path, kind, importer, resolveDir }) => {
        if (kind === 'entry-point') return undefined
        const taken = importer.includes(IN_PACKAGES)
        if (path === TAKEN_IN || (taken && /^(\.|@react-email\/)/.test(path))) return undefined
        if (taken) return { path, external: true, sideEffects: false }
        if (!path.startsWith('.') && !path.startsWith('@/')) return { path, external: true }
        const wanted = path.startsWith('@/') ? join(root, path.slice(2)) : join(resolveDir, path)
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
