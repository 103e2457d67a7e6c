/** ONS's codes for "no constituency here": M99999999 the Isle of Man, L99999999 the Channel Islands. */
export const PSEUDO_CODE = /^[A-Z]9{8}$/
