import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editorParts } from '@/lib/content/parts'

const css = readFileSync('app/globals.css', 'utf8')
const choices = editorParts.flatMap(({ fields }) => fields.flatMap(({ only }) => only?.of ?? []))

test.each([...new Set(choices)])('a field that is there for “%s” alone is shown once that is chosen', (choice) =>
  expect(css).toContain(`form:has([value="${choice}"]:checked) [data-only~="${choice}"]`),
)
