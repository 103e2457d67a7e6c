import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registry } from '@/lib/kernel/metrics'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

test('what the rules of alerts, the dashboard and the docs ask of is told, under that name', () => {
  const counted = registry.getMetricsAsArray().map(({ name }) => name)
  const looked = [...read('lib/metrics/state-of-things.ts').matchAll(/gauge\(\s*'(\w+)'/g)].map(
    ([, name]) => `dear_mp_${name}`,
  )
  const told = new Set([...counted, ...looked])
  expect(told.size).toBeGreaterThan(15)
  const inDocs = read('docs/metrics.md')
  for (const name of told) expect(inDocs).toContain(name)
  const asked = ['ops/prometheus/rules.yml', 'ops/grafana/dear-mp.json', 'docs/metrics.md'].flatMap((path) =>
    [...read(path).matchAll(/dear_mp_\w+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, '')),
  )
  expect(asked.filter((name) => !told.has(name))).toEqual([])
})
