import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@/lib/kernel/transport'
import type { SendFailure } from './send-failure'
import { smtpTransport } from './smtp-transport'
import { playSmtp } from './testing/play-smtp'

let server: Awaited<ReturnType<typeof playSmtp>>
const open: { close(): void }[] = []
beforeEach(async () => {
  server = await playSmtp()
})
afterEach(async () => {
  for (const transport of open.splice(0)) transport.close()
  await server.close()
})

function transport(url = server.url, timeoutMs = 3000) {
  const made = smtpTransport({ url, timeoutMs })
  open.push(made)
  return made
}
const mail = (key: string): Message => ({
  key,
  to: 'mp@example.org',
  from: '"Órla O’Neill" <letters@example.org>',
  replyTo: 'anna@example.org',
  subject: 'The people of Artsakh',
  text: 'Hello.',
  html: '<p>Hello.</p>',
  headers: { 'X-One': '1' },
})
const failure = (to = transport()): Promise<SendFailure> =>
  to.send([mail('one')], 'one').then(
    () => Promise.reject(new Error('It was taken.')),
    (error) => error,
  )

test('a message arrives with all its parts, under STARTTLS where the server has it', async () => {
  const [id] = await transport().send([mail('one')], 'one')
  const [taken] = server.taken
  expect(taken).toMatchObject({ from: 'letters@example.org', to: ['mp@example.org'], secure: true })
  expect(taken?.raw).toContain('Reply-To: anna@example.org')
  expect(taken?.raw).toContain('Subject: The people of Artsakh')
  expect(taken?.raw).toContain('X-One: 1')
  expect(taken?.raw).toMatch(/^From: =\?UTF-8\?.*\?= <letters@example\.org>\r$/m)
  expect(taken?.raw).toContain(`Message-ID: ${id}`)
  expect(id).toMatch(/^<[0-9a-f]{32}@example\.org>$/)
})

test('many messages share a few connections', async () => {
  const to = transport()
  await Promise.all(Array.from({ length: 40 }, (_, index) => to.send([mail(`${index}`)], `${index}`)))
  expect(server.taken).toHaveLength(40)
  expect(server.connections).toBeLessThanOrEqual(4)
})

test('a key is known again by its message’s id alone: the server is not asked to know it', async () => {
  const to = transport()
  expect(await to.send([mail('one')], 'one')).toEqual(await to.send([mail('one')], 'one'))
  expect(to.keepsKeysMs).toBe(0)
})

describe('what goes wrong', () => {
  test.each([
    [451, 'Greylisted, try again in five minutes', 'later'],
    [452, 'Mailbox full', 'later'],
    [550, 'No such user', 'refused'],
    [554, 'Blocked', 'refused'],
  ] as const)('a recipient is answered with %i', async (code, text, kind) => {
    server.refuseRecipient = { code, text }
    const failed = await failure()
    expect(failed).toMatchObject({ name: 'SendFailure', kind })
    expect(failed.message).toContain(text)
    expect(server.taken).toEqual([])
  })

  test('the connection breaks before the text: nothing was taken', async () => {
    server.breakOff = 'before-text'
    expect(await failure()).toMatchObject({ kind: 'later' })
  })

  test('the connection breaks after the text, without an answer: nobody knows, and it is not sent again', async () => {
    server.breakOff = 'after-text'
    const to = transport()
    expect(await failure(to)).toMatchObject({ kind: 'unknown' })
    expect(server.taken).toHaveLength(1)
    // Whatever was still to go would go before the next message, or with it.
    server.breakOff = null
    await to.send([{ ...mail('two'), subject: 'The next' }], 'two')
    expect(server.taken.map(({ raw }) => /^Subject: (.+)\r$/m.exec(raw)?.[1])).toEqual([
      'The people of Artsakh',
      'The next',
    ])
  })

  test('nobody is there', async () => {
    const free = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => free.once('listening', resolve))
    const { port } = free.address() as AddressInfo
    await new Promise((resolve) => free.close(resolve))
    expect(await failure(transport(`smtp://127.0.0.1:${port}`))).toMatchObject({ kind: 'later' })
  })

  test('the server never greets', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const { port } = silent.address() as AddressInfo
    expect(await failure(transport(`smtp://127.0.0.1:${port}`, 200))).toMatchObject({ kind: 'later' })
    silent.close()
  })

  test('our password is wrong', async () => {
    const strict = await playSmtp({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(new Error('Invalid username or password')),
    })
    const url = strict.url.replace('smtp://', 'smtp://user:wrong@')
    expect(await failure(transport(url))).toMatchObject({ kind: 'ours' })
    await strict.close()
  })
})

test('a server elsewhere must speak TLS: without it nothing is sent', async () => {
  const plain = await playSmtp({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] })
  // Another name of this machine that the transport does not know as such.
  const url = plain.url.replace('127.0.0.1', '127.0.0.2')
  const elsewhere = await failure(transport(url))
  expect(elsewhere.kind).not.toBe('refused')
  expect(plain.taken).toEqual([])
  await transport(plain.url).send([mail('here')], 'here')
  expect(plain.taken).toMatchObject([{ secure: false }])
  await plain.close()
})
