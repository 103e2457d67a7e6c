import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Account, Provider } from 'oidc-provider'

type Claims = Record<string, unknown>
/** What a test makes the issuer do: `null`: what it does by itself. */
type Instead = (request: IncomingMessage, response: ServerResponse) => boolean

const CLIENT = { id: 'dear-mp', secret: 'a secret that only the tests know, long enough' }

/** A real issuer of OpenID Connect on this machine, which lets in whoever is `next` without asking. For tests only. */
export class TestingIssuer {
  url = ''
  readonly id = CLIENT.id
  readonly secret = CLIENT.secret
  /** Whom it signs in next, and what it says of them. */
  next: { sub: string; claims: Claims } = { sub: 'nobody', claims: {} }
  /** Answers a request in its place, where it gives `true`. */
  instead: Instead = () => false
  /** What it was asked for a sign-in with, last. */
  asked = new URLSearchParams()
  #server: Server | undefined

  /** Listens; the client's sign-ins go back to `redirectUri`. */
  async start(redirectUri: string): Promise<this> {
    let answer = (_request: IncomingMessage, response: ServerResponse) => void response.end()
    const server = createServer((request, response) => {
      if (!this.instead(request, response)) answer(request, response)
    }).listen(0, '127.0.0.1')
    this.#server = server
    await once(server, 'listening')
    const at = server.address()
    this.url = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
    const provider = this.#provider(redirectUri)
    const callback = provider.callback()
    answer = (request, response) => {
      if (request.url?.startsWith('/auth?')) this.asked = new URL(request.url, this.url).searchParams
      if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
      void provider.interactionFinished(request, response, { login: { accountId: this.next.sub } })
    }
    return this
  }

  /** Signs in at the address that a sign-in began with, as a browser does; gives the address that it leads back to. */
  async signIn(address: string): Promise<string> {
    const jar = new Map<string, string>()
    for (let to = address, steps = 0; steps < 10; steps += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const { headers } = await fetch(to, { redirect: 'manual', headers: { cookie } })
      for (const each of headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? []
        jar.set(name, value)
      }
      to = new URL(headers.get('location') ?? '', to).href
      if (!to.startsWith(this.url)) return to
    }
    throw new Error('The sign-in leads round in circles.')
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections()
    this.#server?.close()
  }

  #provider(redirectUri: string): Provider {
    const provider = new Provider(this.url, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
      cookies: { keys: ['only the tests know'] },
      // As Microsoft, Google and Keycloak have it: the ID token says it all.
      conformIdTokenClaims: false,
      claims: { openid: ['sub', 'roles', 'realm_access', 'xms_edov'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      findAccount: (_ctx, sub): Account => ({ accountId: sub, claims: () => ({ ...this.next.claims, sub }) }),
      async loadExistingGrant(ctx) {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client?.clientId ?? '',
          accountId: ctx.oidc.session?.accountId ?? '',
        })
        grant.addOIDCScope('openid email profile')
        await grant.save()
        return grant
      },
    })
    return provider
  }
}
