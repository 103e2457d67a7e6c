import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AREAS, areaOf, isProbe } from './area'

test.each(AREAS)('%s is a folder of app', (area) => {
  expect(existsSync(join(import.meta.dirname, '..', '..', area))).toBe(true)
})

test.each([
  ['/', 'public'],
  ['/campaigns/staff', 'public'],
  ['/staffing', 'public'],
  ['/staff', 'staff'],
  ['/staff/sign-in', 'staff'],
  ['/preview/key/write', 'preview'],
  ['/api/health', 'api'],
  ['/dev/mailbox', 'dev'],
  ['/_next/static/a.js', 'next'],
  ['/__nextjs_source-map', 'next'],
  ['//staff', 'public'],
  ['', 'public'],
])('%s is of the area: %s', (path, area) => expect(areaOf(path)).toBe(area))

test.each([
  ['/api/health', true],
  ['/api/live', true],
  ['/api/ready', true],
  ['/api/healthy', false],
  ['/', false],
])('%s is a probe: %s', (path, is) => expect(isProbe(path)).toBe(is))
