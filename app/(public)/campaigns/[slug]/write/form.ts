/** A page of the letter that was opened before each of them had an address of its own is posted here. */
export { form } from './[seat]/[stage]/form'
