import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'

const OLD = 'aa'.repeat(32)
const NEW = 'bb'.repeat(32)

/** The module as a process with these settings has it. */
async function withSettings(settings: { DATA_KEYS?: string; AUTH_SECRET?: string }) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  vi.resetModules()
  return import('./crypto')
}

/** As values were sealed before they were bound to their row, under OLD. */
function sealedBefore(value: string, field: string): string {
  const [key, nonce] = [Buffer.from(OLD, 'hex'), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(field))
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const id = createHash('sha256').update(key).digest('hex').slice(0, 8)
  return [id, nonce.toString('base64url'), body.toString('base64url')].join('.')
}

afterEach(() => vi.unstubAllEnvs())

describe('a sealed value', () => {
  test('opens to what it was, in any script and length', async () => {
    const { seal, unseal } = await withSettings({})
    for (const value of ['', 'Anna', 'Órfhlaith 👩‍👩‍👧 \u200fשלום', 'x'.repeat(40_000)]) {
      expect(unseal(seal(value, 'letter', 'one'), 'letter', 'one')).toBe(value)
    }
  })

  test('differs each time, and says which key opens it', async () => {
    const { seal } = await withSettings({ DATA_KEYS: NEW })
    const [one, other] = [seal('Anna', 'name', 'one'), seal('Anna', 'name', 'one')]
    expect(one).not.toBe(other)
    expect(one.split('.').slice(0, 2)).toEqual(other.split('.').slice(0, 2))
    expect(one).toMatch(/^2\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/)
    expect(one).not.toContain('Anna')
  })

  test('opens after a new key was put before its own, and new values take the new key', async () => {
    const before = await withSettings({ DATA_KEYS: OLD })
    const sealed = before.seal('Anna', 'name', 'one')
    const after = await withSettings({ DATA_KEYS: `${NEW},${OLD}` })
    expect(after.unseal(sealed, 'name', 'one')).toBe('Anna')
    const resealed = after.seal('Anna', 'name', 'one')
    const alone = await withSettings({ DATA_KEYS: NEW })
    expect(alone.unseal(resealed, 'name', 'one')).toBe('Anna')
  })

  test('refuses to open without its key, and does not show it', async () => {
    const { seal } = await withSettings({ DATA_KEYS: OLD })
    const sealed = seal('Anna', 'name', 'one')
    const { unseal } = await withSettings({ DATA_KEYS: NEW })
    expect(() => unseal(sealed, 'name', 'one')).toThrow(/^No data key [0-9a-f]{8} to open a sealed name\.$/)
  })

  test('refuses to open as another field, so that no value can be moved to another column', async () => {
    const { seal, unseal } = await withSettings({})
    expect(() => unseal(seal('Anna', 'name', 'one'), 'email', 'one')).toThrow()
    expect(() => unseal(seal('Anna', 'name', 'one'), 'letter', 'one')).toThrow()
  })

  test('refuses to open in another row, so that no value can be moved there', async () => {
    const { seal, unseal } = await withSettings({})
    const sealed = seal('Anna', 'name', 'one')
    for (const row of ['another', 'on', 'one ', 'ONE', '']) expect(() => unseal(sealed, 'name', row)).toThrow()
  })

  test('of the older form, bound to its field alone, opens until it is sealed anew', async () => {
    const { unseal } = await withSettings({ DATA_KEYS: OLD })
    const older = sealedBefore('Anna', 'name')
    expect(unseal(older, 'name', 'one')).toBe('Anna')
    expect(() => unseal(older, 'email', 'one')).toThrow()
  })

  test('cannot be made to pass for the older form, nor that for the newer', async () => {
    const { seal, unseal } = await withSettings({ DATA_KEYS: OLD })
    const sealed = seal('Anna', 'name', 'one')
    expect(() => unseal(sealed.slice('2.'.length), 'name', 'one')).toThrow()
    expect(() => unseal(`2.${sealedBefore('Anna', 'name')}`, 'name', 'one')).toThrow()
    expect(() => unseal(`3.${sealed.slice('2.'.length)}`, 'name', 'one')).toThrow()
  })

  test('refuses to open when any of its characters was changed, or it was cut', async () => {
    const { seal, unseal } = await withSettings({})
    const sealed = seal('A letter that nobody may change', 'letter', 'one')
    const [form = '', key = '', nonce = '', body = ''] = sealed.split('.')
    const id = `${form}.${key}`
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
    for (const value of tampered) expect(() => unseal(value, 'letter', 'one')).toThrow()
  })

  test('refuses a tag that was cut short, which GCM would let through if its length were not fixed', async () => {
    const { seal, unseal } = await withSettings({})
    const [form, id, nonce, body = ''] = seal('', 'letter', 'one').split('.')
    const tag = Buffer.from(body, 'base64url')
    for (const length of [4, 8, 12, 15]) {
      const short = tag.subarray(0, length).toString('base64url')
      expect(() => unseal([form, id, nonce, short].join('.'), 'letter', 'one')).toThrow()
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
