// A thread does not inherit what reads TypeScript: it says so itself.
import { register } from 'tsx/esm/api'

register()
const { default: drawOrder } = await import('./thread.ts')

export default drawOrder
