import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Asked = { challenge: string }
type Bent = {
  challenge?: string
  origin?: string
  rpId?: string
  type?: string
  flags?: number
  counter?: number
  id?: string
}

/** Present, and verified by a finger or a PIN (Web Authentication, 6.1). */
const PRESENT_AND_VERIFIED = 0b101
const HOLDS_KEY = 0b1000000

/** A passkey in software, for tests: makes one and signs with it, as told otherwise where something is to be wrong. */
export function softPasskey({ origin = 'http://localhost:3000', rpId = 'localhost' } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0

  const clientData = ({ challenge }: Asked, bent: Bent, type: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...bent }))

  const authenticatorData = (bent: Bent, key = Buffer.alloc(0)) => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(bent.counter ?? counter)
    const flags = (bent.flags ?? PRESENT_AND_VERIFIED) | (key.length > 0 ? HOLDS_KEY : 0)
    const host = createHash('sha256')
      .update(bent.rpId ?? rpId)
      .digest()
    return Buffer.concat([host, Buffer.of(flags), counted, key])
  }

  const made = (asked: Asked | null, bent: Bent = {}) => {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
      [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const key = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', Uint8Array.from(authenticatorData(bent, key))],
    ])
    return answer(bent, {
      clientDataJSON: clientData(asked ?? { challenge: '' }, bent, 'webauthn.create'),
      attestationObject: isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]),
    })
  }

  const signed = (asked: Asked | null, bent: Bent = {}) => {
    counter += 1
    const [client, data] = [clientData(asked ?? { challenge: '' }, bent, 'webauthn.get'), authenticatorData(bent)]
    const hash = createHash('sha256').update(client).digest()
    return answer(bent, {
      clientDataJSON: client,
      authenticatorData: data,
      signature: createSign('sha256').update(data).update(hash).sign(privateKey),
    })
  }

  const answer = (bent: Bent, response: Record<string, Uint8Array>) => {
    const known = bent.id ?? id.toString('base64url')
    const parts = Object.entries(response).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64url')])
    const transports = ['internal', 'hybrid', 'a-new-one']
    return JSON.stringify({
      id: known,
      rawId: known,
      type: 'public-key',
      response: { ...Object.fromEntries(parts), transports },
      clientExtensionResults: { credProps: { rk: true } },
      authenticatorAttachment: 'platform',
    })
  }

  return { id: id.toString('base64url'), made, signed }
}
