// A loader for Turbopack. A module of the server is not bundled into its pages: what a page gets in its stead imports the
// one that the process has, and passes its exports on.
const { relative, sep } = require('node:path')
const { build } = require('esbuild')

module.exports = function oneCopy(source) {
  const done = this.async()
  const { compiled } = this.getOptions()
  const written = relative(process.cwd(), this.resourcePath).split(sep).join('/')
  const file = compiled ? `${compiled}/${written.replace(/\.tsx?$/, '.js')}` : written
  exportsOf(this.resourcePath, source).then((names) => {
    const lines = [
      `import { pathToFileURL } from 'node:url'`,
      `const own = await import(/* turbopackIgnore: true */ pathToFileURL(process.cwd() + ${JSON.stringify(`/${file}`)}).href)`,
      ...names.map((name) =>
        name === 'default' ? 'export default own.default' : `export const ${name} = own.${name}`,
      ),
    ]
    done(null, `${lines.join('\n')}\n`)
  }, done)
}

/** The names that a module exports when it runs: its types are gone by then. */
async function exportsOf(path, source) {
  const { metafile } = await build({
    entryPoints: [path],
    // What a module passes on from others can only be known with them.
    bundle: /^export \*/m.test(source),
    packages: 'external',
    format: 'esm',
    platform: 'node',
    outdir: 'dist',
    write: false,
    metafile: true,
  })
  return Object.values(metafile.outputs).flatMap((output) => output.exports)
}
