const POINTS_BACK =
  /^(?:it|they|he|she|him|her|them|his|their|its|this|these|those|such|the (?:former|latter))(?![\p{L}’'-])(?! (?:letter|message|e-mail|email|note|days)\b)/iu
/** "It would be helpful if …", "It is time that …": nothing is pointed at. */
const EMPTY_IT = /^it (?:is|was|would|will|may|might|could|can|seems|has been)\b/iu

/** The word with which a text that nothing stands before points at something: "They", "This"; `null` where it does not. */
export function danglingStart(text: string): string | null {
  if (EMPTY_IT.test(text)) return null
  return POINTS_BACK.exec(text)?.[0] ?? null
}
