import type { IncomingMessage } from 'node:http'
import { isLoopback } from '@/lib/kernel/network'

// What proxies and tunnels say of whom they pass on: through one on this machine, every stranger comes from loopback.
const PASSED_ON =
  /^(forwarded|via|cdn-loop|x-forwarded(-.+)?|x-original-(forwarded-for|host)|x-real-ip|x-(cluster-)?client-ip|x-envoy-external-address|true-client-ip|(cf|fly|fastly|ngrok)-.+)$/

/**
 * Whether a request was made on this machine and passed on by nobody: what is open to people who try the installation
 * is open to these alone. The front has seen to it that they asked for this installation's own host.
 */
export function isLocalCaller(request: IncomingMessage): boolean {
  return isLoopback(request.socket.remoteAddress ?? '') && !isPassedOn(request)
}

/** Whether a proxy says in its headers that it passes the request on. */
export function isPassedOn({ headers }: IncomingMessage): boolean {
  return Object.keys(headers).some((name) => PASSED_ON.test(name))
}
