import { expect, test } from 'vitest'
import { ownOf } from './own-property'

const table = { saved: 'Saved.' }

test('what stands in the table is found', () => expect(ownOf(table, 'saved')).toBe('Saved.'))

test.each(['', 'none', '__proto__', 'constructor', 'toString', 'hasOwnProperty', undefined, null, 1, ['saved'], {}])(
  '%j finds nothing',
  (name) => expect(ownOf(table, name)).toBeUndefined(),
)
