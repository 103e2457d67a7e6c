import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { scriptHashes } from './script-hashes'

const hashOf = (script: string) => createHash('sha256').update(script).digest('base64')
const page = (...scripts: string[]) => `<!DOCTYPE html><html><body>${scripts.join('<p>Text</p>')}</body></html>`
const inline = (script: string, attributes = '') => `<script${attributes}>${script}</script>`

describe('of the scripts in a cached page, a hash is given to', () => {
  test.each([
    ['the first push of Next', '(self.__next_f=self.__next_f||[]).push([0])'],
    ['a further push of Next', 'self.__next_f.push([1,"5:[\\"$\\",\\"p\\",null,{}]\\n"])'],
    ['a push that ends in a semicolon', 'self.__next_f.push([1,"a"]);'],
  ])('%s', (_what, script) => {
    expect(scriptHashes(page(inline(script)))).toEqual([hashOf(script)])
    expect(scriptHashes(page(inline(script, ' id="_R_"')))).toEqual([hashOf(script)])
  })

  test('each of several, once', () => {
    const [one, two] = ['self.__next_f.push([1,"a"])', 'self.__next_f.push([1,"b"])']
    expect(scriptHashes(page(inline(one), inline(two), inline(one)))).toEqual([hashOf(one), hashOf(two)])
  })

  test.each([
    ['a script that was planted', 'alert(1)'],
    ['one that hides behind a push', 'self.__next_f.push([1,"a"]);alert(1)'],
    ['one that hides before a push', 'alert(1);self.__next_f.push([1,"a"])'],
    ['one that hides inside a push', 'self.__next_f.push([1,alert(1)])'],
    ['one that hides between two pushes', 'self.__next_f.push([1]);alert(1);self.__next_f.push([2])'],
    ['a push to something else', 'self.__other.push([1,"a"])'],
    ['a push in another case', 'SELF.__next_f.push([1,"a"])'],
    ['a push that is no JSON', "self.__next_f.push([1,'a'])"],
    ['a push with a template', 'self.__next_f.push([1,`a`])'],
    ['nothing', ''],
  ])('but not to %s', (_what, script) => expect(scriptHashes(page(inline(script)))).toEqual([]))

  test('nor to what has a file, or is not written as Next writes it', () => {
    expect(
      scriptHashes(page('<script src="/x.js"></script>', '<SCRIPT>alert(1)</SCRIPT>', '<script>alert(1)')),
    ).toEqual([])
  })
})
