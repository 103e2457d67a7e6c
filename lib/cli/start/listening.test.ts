import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '@/db/embedded-server/port'
import { type Listening, listenAt } from './listening'

let server: Server
let listening: Listening | undefined

afterEach(async () => {
  server.closeAllConnections()
  await listening?.close()
  listening = undefined
})

async function listenOn(host: string | null): Promise<number> {
  server = createServer((_, response) => response.end('here'))
  const port = await freePort(0)
  listening = await listenAt(server, port, host)
  return port
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port })
    socket.once('error', () => done(false))
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
  })
}

const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
const others = addresses.filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address }) => address)
const own = addresses.filter(({ internal }) => internal).map(({ address }) => address)

test('unless it is told otherwise it is reached on this machine by every name, and from nowhere else', async () => {
  const port = await listenOn(null)
  for (const host of ['localhost', ...own]) {
    expect(await (await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}`)).text()).toBe('here')
  }
  for (const host of others) expect(await answers(host, port)).toBe(false)
  expect(listening?.at).toBe('127.0.0.1')
})

test('where HOST names an address it is reached there, and itself knows where', async () => {
  const port = await listenOn('0.0.0.0')
  for (const host of ['127.0.0.1', ...others.filter((each) => each.includes('.'))]) {
    expect(await answers(host, port)).toBe(true)
  }
  expect(listening?.at).toBe('127.0.0.1')
})

test('the end waits for what is under way at each address', async () => {
  const port = await listenOn(null)
  let finish = () => {}
  server.removeAllListeners('request')
  const asked = new Promise<void>((begun) => {
    server.on('request', (_, response) => {
      finish = () => response.end('whole')
      begun()
    })
  })
  const answer = fetch(`http://${own.includes('::1') ? '[::1]' : '127.0.0.1'}:${port}`)
  await asked
  let over = false
  const closed = listening?.close().then(() => {
    over = true
  })
  server.closeIdleConnections()
  expect(over).toBe(false)
  finish()
  expect(await (await answer).text()).toBe('whole')
  server.closeIdleConnections()
  await closed
  listening = undefined
  expect(await answers('127.0.0.1', port)).toBe(false)
})

test('what is wrong with HOST is said in one line', async () => {
  await expect(listenOn('203.0.113.7')).rejects.toThrow('HOST 203.0.113.7 is no address of this machine.')
  await expect(listenOn('nowhere.invalid')).rejects.toThrow('HOST nowhere.invalid cannot be looked up.')
})
