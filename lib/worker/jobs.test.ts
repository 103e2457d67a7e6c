import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { taskList } from './job-handlers'

/** Every job that any room declares or defines, by kind; read from the sources, so that none is forgotten. */
async function declaredKinds(): Promise<string[]> {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test|define-job)\.ts$/.test(file),
  )
  const declaring = files.filter((file) => /\b(declare|define)Job\(/.test(readFileSync(`lib/${file}`, 'utf8')))
  const modules: Record<string, unknown>[] = await Promise.all(
    declaring.map((file) => import(/* @vite-ignore */ `../${file}`)),
  )
  return modules.flatMap((module) => Object.values(module).flatMap((value) => (isJob(value) ? [value.kind] : [])))
}

function isJob(value: unknown): value is { kind: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && 'schema' in value
}

test('each job stands once, and each has a verb that does it', async () => {
  const kinds = await declaredKinds()
  expect(kinds.length).toBeGreaterThan(30)
  expect(kinds.toSorted()).toEqual([...new Set(kinds)].sort())
  expect(Object.keys(taskList).sort()).toEqual(kinds.sort())
})
