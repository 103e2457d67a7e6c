import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { isId, rowId } from './id'

test('the id of a row is a uuid as PostgreSQL prints it, and nothing else', () => {
  const id = randomUUID()
  expect([isId(id), rowId.safeParse(id).success]).toEqual([true, true])
  for (const other of ['', 'x', id.toUpperCase(), `${id}\n`, ` ${id}`, id.replaceAll('-', ''), `${id}0`]) {
    expect([isId(other), rowId.safeParse(other).success]).toEqual([false, false])
  }
})
