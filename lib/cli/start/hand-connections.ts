import type { ChildProcess } from 'node:child_process'
import type { Server as HttpServer } from 'node:http'
import { createServer, type Server, Socket } from 'node:net'
import type { Listening } from './listening'

/** What a web process says: that it can answer, and that it has taken a connection. */
export const READY = 'ready'
const TAKEN = 'taken'
/** What comes with a connection. */
const CONNECTION = 'connection'
/** So many may wait for a web process to take them. */
const MOST_WAITING = 4_000

/**
 * A server whose connections are answered by other processes, one after the other. (Those of `node:cluster` do not suit:
 * what that hands to a process which is just falling is never answered and never closed; and where its processes listen
 * themselves, one of them takes all that come together.) A connection is kept open here until its process says that it has
 * taken it: of one that falls before, another gets it.
 */
export function connectionsFor(): { server: Server; join(child: ChildProcess): void } {
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true, noDelay: true })
  server.maxConnections = MOST_WAITING
  const free: ChildProcess[] = []
  const handed = new Map<ChildProcess, Socket[]>()
  const waiting: Socket[] = []
  const hand = (socket: Socket) => {
    if (socket.destroyed) return
    const child = free.shift()
    if (!child) return void waiting.push(socket)
    free.push(child)
    handed.get(child)?.push(socket)
    // Whatever becomes of it: of a process that cannot be reached the end is told as well.
    child.send(CONNECTION, socket, { keepOpen: true }, () => {})
  }
  server.on('connection', (socket) => {
    // Nobody reads from it here: a reader that has gone is its process's matter.
    socket.on('error', () => {})
    hand(socket)
  })
  const join = (child: ChildProcess) => {
    handed.set(child, [])
    child.on('message', (said) => {
      if (said === TAKEN) handed.get(child)?.shift()?.destroy()
      if (said === READY) {
        free.push(child)
        for (const socket of waiting.splice(0)) hand(socket)
      }
    })
    child.once('exit', () => {
      const left = handed.get(child) ?? []
      handed.delete(child)
      if (free.includes(child)) free.splice(free.indexOf(child), 1)
      for (const socket of left) hand(socket)
    })
  }
  return { server, join }
}

/**
 * In a web process: has `server` answer the connections that the first process hands to it, at most `most` of them at a
 * time. Gives what ends it as {@link listenAt} does.
 */
export function takeConnections(
  server: HttpServer,
  most: number,
  first: Pick<NodeJS.Process, 'on' | 'send'> = process,
): Pick<Listening, 'close'> {
  // Node begins to look after connections (those that are idle, or late with what they send) when a server listens.
  server.emit('listening')
  const open = new Set<Socket>()
  let done: (() => void) | undefined
  const take = (said: unknown, socket: unknown) => {
    if (said !== CONNECTION) return
    first.send?.(TAKEN)
    // It is none where the visitor has gone meanwhile.
    if (!(socket instanceof Socket)) return
    if (open.size >= most || done) return void socket.destroy()
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      if (open.size === 0) done?.()
    })
    server.emit('connection', socket)
    socket.resume()
  }
  first.on('message', take)
  first.send?.(READY)
  return {
    close: () =>
      new Promise((ended) => {
        done = ended
        if (open.size === 0) ended()
      }),
  }
}
