import type { Api } from '../../src/contract/client'
import type { UploadKind } from '../../src/domain/pieces/upload'
import { dataOf } from './data-of'

/** A whole upload, part by part. */
export async function uploadWhole(api: Api, kind: UploadKind, bytes: Buffer) {
  const { uploadId, partBytes, parts } = dataOf(await api.uploads.begin({ kind, bytes: bytes.length }))
  for (let number = 0; number < parts; number++) {
    const data = bytes.subarray(number * partBytes, (number + 1) * partBytes).toString('base64')
    dataOf(await api.uploads.part({ uploadId, number, data }))
  }
  return dataOf(await api.uploads.finish({ uploadId }))
}
