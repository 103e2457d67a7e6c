import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { previews } from '@/emails/previews'
import { renderEmail } from '@/emails/render'
import { compiledServer } from './testing-compiled'

test('the compiled e-mails hold what they use of their package, load none of the rest, and read the same', async () => {
  const folder = await compiledServer()
  const modules = readdirSync(join(folder, 'emails'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(folder, 'emails', file), 'utf8'))
  expect(modules.length).toBeGreaterThan(20)
  for (const text of modules) expect(text).not.toMatch(/from "react-email"|prism/i)
  const compiled: { renderEmail: typeof renderEmail } = await import(
    /* @vite-ignore */ join(folder, 'emails/render.js')
  )
  for (const message of Object.values(previews)) {
    expect(await compiled.renderEmail(message)).toEqual(await renderEmail(message))
  }
})
