import { describe, expect, it } from 'vitest'
import { contract } from '../../contract'
import { newPieceId } from './piece-id'

describe('the id of a new piece', () => {
  it('is one the contract takes, and another each time', () => {
    const ids = Array.from({ length: 200 }, newPieceId)
    expect(new Set(ids).size).toBe(200)
    for (const pieceId of ids)
      expect(contract.desk.create.input.safeParse({ pieceId, kind: 'article', title: '标题' }).success).toBe(true)
  })
})
