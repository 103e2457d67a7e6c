// A thread of its own: what the bench itself is busy with must not count as a wait.
import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
let waits = []
let underWay = null

parentPort.on('message', () => {
  // One that still waits has waited so long at least.
  parentPort.postMessage(underWay === null ? waits : [...waits, performance.now() - underWay])
  waits = []
})

ask()

function ask() {
  const began = performance.now()
  underWay = began
  const done = () => {
    const waited = performance.now() - began
    waits.push(waited)
    underWay = null
    setTimeout(ask, Math.max(0, workerData.everyMs - waited))
  }
  const request = get(`${workerData.url}/api/health`, { agent }, (answer) => answer.resume().on('end', done))
  request.on('error', done)
}
