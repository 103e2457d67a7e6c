import { afterEach, describe, expect, test, vi } from 'vitest'

const OLD = 'aa'.repeat(32)
const NEW = 'bb'.repeat(32)

/** The module as a process with these settings has it. */
async function withSettings(settings: { DATA_KEYS?: string; AUTH_SECRET?: string }) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  vi.resetModules()
  return import('./crypto')
}

afterEach(() => vi.unstubAllEnvs())

describe('a sealed value', () => {
  test('opens to what it was, in any script and length', async () => {
    const { seal, unseal } = await withSettings({})
    for (const value of ['', 'Anna', 'Órfhlaith 👩‍👩‍👧 \u200fשלום', 'x'.repeat(40_000)]) {
      expect(unseal(seal(value, 'letter'), 'letter')).toBe(value)
    }
  })

  test('differs each time, and says which key opens it', async () => {
    const { seal } = await withSettings({ DATA_KEYS: NEW })
    const [one, other] = [seal('Anna', 'name'), seal('Anna', 'name')]
    expect(one).not.toBe(other)
    expect(one.split('.')[0]).toBe(other.split('.')[0])
    expect(one).toMatch(/^[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/)
    expect(one).not.toContain('Anna')
  })

  test('opens after a new key was put before its own, and new values take the new key', async () => {
    const before = await withSettings({ DATA_KEYS: OLD })
    const sealed = before.seal('Anna', 'name')
    const after = await withSettings({ DATA_KEYS: `${NEW},${OLD}` })
    expect(after.unseal(sealed, 'name')).toBe('Anna')
    const resealed = after.seal('Anna', 'name')
    const alone = await withSettings({ DATA_KEYS: NEW })
    expect(alone.unseal(resealed, 'name')).toBe('Anna')
  })

  test('refuses to open without its key, and does not show it', async () => {
    const { seal } = await withSettings({ DATA_KEYS: OLD })
    const sealed = seal('Anna', 'name')
    const { unseal } = await withSettings({ DATA_KEYS: NEW })
    expect(() => unseal(sealed, 'name')).toThrow(/^No data key [0-9a-f]{8} to open a sealed name\.$/)
  })

  test('refuses to open as another field, so that no value can be moved to another column', async () => {
    const { seal, unseal } = await withSettings({})
    expect(() => unseal(seal('Anna', 'name'), 'email')).toThrow()
    expect(() => unseal(seal('Anna', 'name'), 'letter')).toThrow()
  })

  test('refuses to open when any of its characters was changed, or it was cut', async () => {
    const { seal, unseal } = await withSettings({})
    const sealed = seal('A letter that nobody may change', 'letter')
    const [id = '', nonce = '', body = ''] = sealed.split('.')
    const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
    const tampered = [
      ...Array.from(nonce, (_, at) => [id, flip(nonce, at), body].join('.')),
      // The last character of base64url may carry unused bits.
      ...Array.from(body.slice(0, -1), (_, at) => [id, nonce, flip(body, at)].join('.')),
      [id, nonce, body.slice(0, 20)].join('.'),
      [id, nonce, ''].join('.'),
      [id, nonce].join('.'),
      '',
    ]
    for (const value of tampered) expect(() => unseal(value, 'letter')).toThrow()
  })

  test('refuses a tag that was cut short, which GCM would let through if its length were not fixed', async () => {
    const { seal, unseal } = await withSettings({})
    const [id, nonce, body = ''] = seal('', 'letter').split('.')
    const tag = Buffer.from(body, 'base64url')
    for (const length of [4, 8, 12, 15]) {
      const short = tag.subarray(0, length).toString('base64url')
      expect(() => unseal([id, nonce, short].join('.'), 'letter')).toThrow()
    }
  })
})

test('keys for different purposes differ, and come from the secret alone', async () => {
  const one = await withSettings({ AUTH_SECRET: 'a'.repeat(32) })
  const links = one.derivedKey('links')
  expect(links).toHaveLength(32)
  expect(one.derivedKey('links')).toEqual(links)
  expect(one.derivedKey('limits')).not.toEqual(links)
  const other = await withSettings({ AUTH_SECRET: 'b'.repeat(32) })
  expect(other.derivedKey('links')).not.toEqual(links)
})
