import { expect, test } from 'vitest'
import { usualWebProcesses } from './usual-web-processes'

const GIB = 2 ** 30

test.each([
  [1, 4 * GIB, 1],
  [2, 4 * GIB, 2],
  [2, 1.9 * GIB, 1],
  [2, 0.4 * GIB, 1],
  [4, 2.5 * GIB, 2],
  [64, 256 * GIB, 8],
])('%i cores with %d bytes of memory: %i web processes', (cores, memory, processes) => {
  expect(usualWebProcesses(cores, memory)).toBe(processes)
})
