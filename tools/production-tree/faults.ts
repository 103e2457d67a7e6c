/** What the lock file says of a package, as far as it matters here. */
export type Locked = Record<string, { dev?: boolean }>

/** What runs only because it is there without being imported by name: fonts that are read, and what is native. */
const READ = [
  /^node_modules\/@fontsource\/libre-franklin\/files\/.+\.woff$/,
  /^node_modules\/@fontsource\/source-serif-4\/files\/.+\.woff$/,
  /^node_modules\/@img\/sharp-[^/]+\/.+\.node$/,
  /^node_modules\/@img\/sharp-libvips-[^/]+\/.+\.(so[.\d]*|dylib)$|^node_modules\/@img\/sharp-win32-[^/]+\/.+\.dll$/,
  /^node_modules\/pino\//,
  /^node_modules\/tinypool\/dist\/entry\/worker\.js$/,
]

/** The folder of the package that a file is of. */
export function packageOf(file: string): string | undefined {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]
}

/** What the list of a production tree's packages has that it must not, and has not that it must. */
export function faultsOf(files: string[], locked: Locked): string[] {
  const packages = new Set(files.flatMap((file) => packageOf(file) ?? []))
  const ofDevelopment = [...packages].filter((name) => locked[name]?.dev === true)
  const missing = READ.filter((wanted) => !files.some((file) => wanted.test(file)))
  return [
    ...ofDevelopment.map((name) => `${name} is of development alone, and something that runs imports it.`),
    ...missing.map((wanted) => `Nothing in the list is ${wanted.source}, which is read when the product runs.`),
  ]
}
