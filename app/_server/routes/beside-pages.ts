import { readdirSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addressOf } from './address'

// Of the sources under development and in tests, of what is compiled in production: this file stands there as it does here.
const APP = join(import.meta.dirname, '..', '..')

/** What a file that stands beside a page or a route exports, and the folder of `app` and the address that these are at. */
export type Beside = { address: string; folder: string; exports: Record<string, unknown> }

/**
 * Imports each file of that name, such as `form` for form.ts, that stands beside a page or a route of `app`; the exact
 * addresses come before those with a part in brackets. It is done before Next and without it: such a file imports no
 * React and nothing of Next, but modules of lib, db and app/_server alone, and none that waits for what this gives.
 */
export async function besidePages(name: string): Promise<Beside[]> {
  const found = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => [`${name}.ts`, `${name}.js`].includes(file.split('/').at(-1) ?? ''))
    .flatMap((file) => {
      const address = addressOf(dirname(file))
      return address === null ? [] : [{ file, folder: dirname(file), address }]
    })
    .sort((one, other) => (inOrder(one.address) < inOrder(other.address) ? -1 : 1))
  return await Promise.all(
    found.map(async ({ file, folder, address }) => ({
      address,
      folder,
      exports: await import(/* @vite-ignore */ pathToFileURL(join(APP, file)).href),
    })),
  )
}

function inOrder(address: string): string {
  return address.replaceAll('[', '\uffff')
}
