import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { definitions, standing } from './definitions'

const all = [...Object.values(definitions), ...Object.values(standing)]

test('no two figures that are counted have one name or one column', () => {
  const counted = Object.values(definitions)
  for (const part of ['label', 'column', 'counts'] as const) {
    expect(new Set(counted.map((one) => one[part])).size).toBe(counted.length)
  }
  expect(new Set(all.map(({ label }) => label)).size).toBe(all.length)
})

test('each says in a sentence what it counts', () => {
  for (const { counts } of all) expect(counts).toMatch(/^[A-Z].*\.$/)
})

test('the interface for programs is described in the same words', () => {
  const described = readFileSync('docs/api.md', 'utf8')
  for (const { column, label, counts } of [
    ...Object.values(definitions),
    ...[standing.answered, standing.acknowledged],
  ]) {
    expect(described).toContain(`| \`${column}\` | ${label} | ${counts} |`)
  }
})
