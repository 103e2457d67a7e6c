import { expect, test } from 'vitest'
import { isProbe } from './probes'

test.each([
  ['/api/health', true],
  ['/api/live', true],
  ['/api/ready', true],
  ['/api/healthy', false],
  ['/', false],
])('%s is a probe: %s', (path, is) => expect(isProbe(path)).toBe(is))
