import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type TakenMail = { from: string; to: string[]; raw: string; secure: boolean }

/** A real mail server on this machine that keeps what it takes, and can be told how to answer. */
export async function playSmtp(options: SMTPServerOptions = {}) {
  const taken: TakenMail[] = []
  const play = {
    taken,
    connections: 0,
    /** Refuses a recipient with this code and text. */
    refuseRecipient: null as { code: number; text: string } | null,
    /** Ends the connection: when the text begins, or when it is taken and not yet answered for. */
    breakOff: null as 'before-text' | 'after-text' | null,
    url: '',
    /** Left to itself, the server waits half a minute for clients that keep a connection for their next message. */
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve)
        for (const connection of server.connections) hangUp(connection)
      }),
  }
  const server = new SMTPServer({
    authOptional: true,
    onConnect(_session, done) {
      play.connections += 1
      done()
    },
    onRcptTo(_address, session, done) {
      const { refuseRecipient: refusal } = play
      if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
      if (play.breakOff === 'before-text') return cut(session.id)
      done()
    },
    onData(stream, session, done) {
      let raw = ''
      stream.setEncoding('utf8').on('data', (chunk) => {
        raw += chunk
      })
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw,
          secure: session.secure,
        })
        if (play.breakOff === 'after-text') return cut(session.id)
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  function cut(id: string): void {
    for (const connection of server.connections) {
      if ((connection as { id?: string }).id === id) hangUp(connection)
    }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  play.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return play
}

function hangUp(connection: unknown): void {
  const { _socket: socket } = connection as { _socket: { destroy(): void } }
  socket.destroy()
}
