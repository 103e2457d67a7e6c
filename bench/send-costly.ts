import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE } from '@/lib/kernel/time/durations'

/** What came back: 0 where the connection was ended without an answer. */
export type Sent = { status: number; bytes: number; text: string }
type More = { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer }

const agent = new Agent({ keepAlive: true, maxSockets: 250 })
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const LONGEST_MS = MINUTE

/** One request, with its answer read whole. */
export function send(url: string, { method = 'GET', headers = {}, body }: More = {}): Promise<Sent> {
  return new Promise((done) => {
    const cut = () => done({ status: 0, bytes: 0, text: '' })
    const asked = request(url, { agent, method, headers, timeout: LONGEST_MS }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('close', () => {
        const all = Buffer.concat(chunks)
        done({ status: answer.statusCode ?? 0, bytes: all.length, text: all.toString() })
      })
    })
    // After an answer that came before the body was read, the rest cannot be written: `done` counts once.
    asked.on('error', () => setTimeout(cut, 50))
    asked.on('timeout', () => asked.destroy())
    if (body === undefined) asked.end()
    else asked.end(body)
  })
}

/** A form as a browser sends it. */
export function post(url: string, fields: Record<string, string> | string, headers = {}): Promise<Sent> {
  const body = typeof fields === 'string' ? fields : String(new URLSearchParams(fields))
  return send(url, { method: 'POST', headers: { ...FORM, ...headers }, body })
}

/** A form whose sender hangs up as soon as it is written. */
export async function postAndGo(url: string, body: string): Promise<Sent> {
  const { hostname, port, pathname, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  const head = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${FORM['Content-Type']}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
  await new Promise((written) => socket.write(head + body, written))
  socket.destroy()
  return { status: 0, bytes: 0, text: '' }
}

/** Connections that send a line of a request and then nothing; `work` is done beside them. */
export async function besideSlowOnes<T>(url: string, count: number, work: () => Promise<T>): Promise<T> {
  const { hostname, port, host } = new URL(url)
  const sockets = Array.from({ length: count }, () => connect(Number(port), hostname))
  for (const socket of sockets) {
    socket.on('error', () => {})
    socket.write(`POST /campaigns/artsakh-ceasefire/write HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 50000\r\n`)
  }
  await sleep(300)
  try {
    return await work()
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}
