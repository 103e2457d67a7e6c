/** The package brings no types of its own. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    /** The next place where a line may be broken, or has to be. */
    nextBreak(): { position: number; required: boolean } | null
  }
}
